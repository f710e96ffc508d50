using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Contracts;
using Academy.Kernel.Texts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Academy.Curriculum.Loading.Yaml;

/// <summary>
/// A value and the key it has. Each way of reading it either gives what was asked for, or adds an error and gives something
/// harmless in its place, so that reading goes on and finds the next error, too.
/// </summary>
internal sealed partial record YamlValue(YamlSource Source, string Key, YamlNode Node)
{
    public long Line => Node.Start.Line;

    /// <summary>Whatever was written as one value; empty for a list, a mapping and nothing at all.</summary>
    private string? Scalar => Node is YamlScalarNode { Value: { } value } scalar
        && (scalar.Style != ScalarStyle.Plain || value is not ("" or "~" or "null")) ? value : null;

    public string String(int most = 500)
    {
        if (Scalar is not { } value) return Expected("`{0}` must be a text.", "");
        if (value.Length > most) Source.Add(Line, "`{0}` is too long: at most {1} characters.", Key, most);
        else if (value.Contains('\0')) Source.Add(Line, "`{0}` may not contain the character NUL.", Key);
        return value;
    }

    public bool IsWord(string word) => Scalar == word;

    public bool Bool() => Scalar switch
    {
        "true" => true,
        "false" => false,
        _ => Expected("`{0}` must be true or false.", false),
    };

    /// <summary>A word that stands in addresses and folders.</summary>
    public string Slug()
    {
        var value = String();
        if (!IsSlug(value)) Source.Add(Line, "`{0}` must be lower-case letters, digits and hyphens, at most 60.", Key);
        return value;
    }

    public static bool IsSlug(string value) => value.Length <= 60 && SlugPattern().IsMatch(value);

    public int Int(int least, int most) =>
        int.TryParse(Scalar, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : Expected("`{0}` must be a whole number from {1} to {2}.", least, least, most);

    /// <summary>A number with a decimal point, at most two decimals.</summary>
    public decimal Number(decimal least, decimal most) =>
        decimal.TryParse(Scalar, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= most && value.Scale <= 2
            ? value
            : Expected("`{0}` must be a number from {1} to {2}, with at most two decimals.", least, least, most);

    /// <summary>A text in the default language, or a map by language.</summary>
    public Text Text(int most)
    {
        var byLanguage = Node is YamlMappingNode node ? ReadLanguages(node, most) : new() { [Source.Languages[0]] = String(most) };
        foreach (var (_, text) in byLanguage)
        {
            if (string.IsNullOrWhiteSpace(text)) Source.Add(Line, "`{0}` must not be empty.", Key);
        }

        return new Text(byLanguage.ToDictionary(t => t.Key, t => t.Key == "fr" ? FrenchSpaces.KeepAroundCode(t.Value) : t.Value));
    }

    public YamlMap? Map() => Node is YamlMappingNode map ? new YamlMap(Source, map) : Expected<YamlMap?>("`{0}` must be keys and values.", null);

    public IReadOnlyList<YamlValue> Items(int least, int most)
    {
        if (Node is not YamlSequenceNode list) return Expected<IReadOnlyList<YamlValue>>("`{0}` must be a list.", []);
        if (list.Children.Count < least || list.Children.Count > most)
            Source.Add(Line, "`{0}` must have from {1} to {2} entries.", Key, least, most);
        return [.. list.Children.Take(most).Select(item => new YamlValue(Source, Key, item))];
    }

    /// <summary>A program and its arguments.</summary>
    public IReadOnlyList<string> Command()
    {
        if (Node is not YamlSequenceNode)
            return Expected<IReadOnlyList<string>>("`{0}` must be a list: the program, then its arguments, as in [python3, main.py].", []);
        return [.. Items(1, 64).Select(item => item.String(10_000))];
    }

    /// <summary>One of the words that are known here.</summary>
    public string OneOf(IEnumerable<string> known)
    {
        var word = String();
        if (!known.Contains(word)) Unknown(word, known);
        return word;
    }

    public void Unknown(string word, IEnumerable<string> known)
    {
        if (Nearest.To(word, known) is { } meant) Source.Add(Line, "`{0}`: \"{1}\" is not known. Did you mean \"{2}\"?", Key, word, meant);
        else Source.Add(Line, "`{0}`: \"{1}\" is not known. Known are: {2}.", Key, word, string.Join(", ", known.Take(40)));
    }

    private Dictionary<string, string> ReadLanguages(YamlMappingNode node, int most)
    {
        var map = new YamlMap(Source, node);
        var texts = new Dictionary<string, string>();
        foreach (var language in Source.Languages)
        {
            if (map.Optional(language) is { } text) texts[language] = text.String(most);
            // The default stands first, whatever the order in the file: Text falls back to its first value.
            else if (language == Source.Languages[0]) texts[language] = Missing(language);
        }

        map.Finish();
        return texts;
    }

    private string Missing(string language)
    {
        Source.Add(Line, "`{0}` has no text in the default language, {1}.", Key, language);
        return Key;
    }

    private T Expected<T>(string text, T instead, params object[] args)
    {
        Source.Add(Line, text, [Key, .. args]);
        return instead;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugPattern();
}
