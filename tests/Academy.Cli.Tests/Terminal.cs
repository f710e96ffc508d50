using System.CommandLine;
using Academy.Testing;

namespace Academy.Cli.Tests;

/// <summary>Types a command, in English, in a folder of its own that has the small curriculum under "content".</summary>
internal sealed class Terminal : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("academy-cli-").FullName;

    public Terminal()
    {
        foreach (var path in Directory.EnumerateFiles(TestPaths.SmallContent, "*", SearchOption.AllDirectories))
            Write(Path.Combine("content", Path.GetRelativePath(TestPaths.SmallContent, path)), File.ReadAllText(path));
    }

    /// <summary>The content folder.</summary>
    public string Content => PathOf("content");

    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text.ReplaceLineEndings("\n"));
    }

    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandLine.RunAsync(args, CliTexts.In("en"), new InvocationConfiguration { Output = output, Error = errors });
        return (exitCode, output.ToString(), errors.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
