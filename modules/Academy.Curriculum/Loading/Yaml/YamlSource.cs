using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Academy.Curriculum.Loading.Yaml;

/// <summary>A YAML file being read: where it is, and where its errors go.</summary>
/// <param name="File">Path in the content folder.</param>
/// <param name="Languages">Of the texts; the first is the default.</param>
/// <param name="Errors">Collects.</param>
internal sealed record YamlSource(string File, IReadOnlyList<string> Languages, ContentErrors Errors)
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>The mapping that the file consists of; null, with an error, when it cannot be read.</summary>
    public static YamlMap? Open(ContentFiles files, string path, IReadOnlyList<string> languages, ContentErrors errors)
    {
        var source = new YamlSource(path, languages, errors);
        return files.Text(path, MostBytes, errors) is { } text ? source.Parse(text) : null;
    }

    public void Add(long line, string text, params object[] args) => Errors.Add(File, line, text, args);

    private YamlMap? Parse(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new GuardedParser(new Parser(new StringReader(text))));
        }
        catch (YamlException e)
        {
            Add(e.Start.Line, e is ContentYamlException ? e.Message : "This is not YAML: {0}", e.Message);
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return new YamlMap(this, root);
        Add(1, "The file must be one list of keys and values.");
        return null;
    }
}
