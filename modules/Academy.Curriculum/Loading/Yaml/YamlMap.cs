using YamlDotNet.RepresentationModel;

namespace Academy.Curriculum.Loading.Yaml;

/// <summary>A mapping that is read key by key; <see cref="Finish"/> then names the keys that nobody knows.</summary>
internal sealed class YamlMap(YamlSource source, YamlMappingNode node)
{
    private readonly HashSet<string> _known = [];

    public YamlSource Source => source;

    public long Line => node.Start.Line;

    public YamlValue? Optional(string key)
    {
        _known.Add(key);
        var found = node.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: { } name } && name == key);
        return found.Value is null ? null : new YamlValue(source, key, found.Value);
    }

    public YamlValue? Required(string key)
    {
        var value = Optional(key);
        if (value is null) source.Add(Line, "`{0}` is missing.", key);
        return value;
    }

    /// <summary>A key that exists, but not here: the error says where it belongs.</summary>
    public void Misplaced(string key, string text)
    {
        if (Optional(key) is not null) source.Add(node.Children.Keys.First(k => k is YamlScalarNode { Value: { } n } && n == key).Start.Line, text, key);
    }

    /// <summary>All entries, whatever their keys.</summary>
    public IEnumerable<YamlValue> Entries()
    {
        foreach (var (key, value) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { } name }) continue;
            _known.Add(name);
            yield return new YamlValue(source, name, value);
        }
    }

    public void Finish()
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "?";
            if (_known.Contains(name)) continue;
            if (Nearest.To(name, _known) is { } meant) source.Add(key.Start.Line, "`{0}` is not a key that is known here. Did you mean `{1}`?", name, meant);
            else source.Add(key.Start.Line, "`{0}` is not a key that is known here. Known are: {1}.", name, string.Join(", ", _known));
        }
    }
}
