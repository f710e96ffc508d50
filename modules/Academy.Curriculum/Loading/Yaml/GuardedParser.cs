using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Academy.Curriculum.Loading.Yaml;

/// <summary>
/// YAML without what can hurt or surprise: aliases (a few lines of them unfold to gigabytes), tags, and nesting so deep that
/// a recursive reader overflows its stack.
/// </summary>
internal sealed class GuardedParser(IParser inner) : IParser
{
    private const int DeepestNesting = 32;
    private int _depth;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        if (!inner.MoveNext()) return false;
        var current = inner.Current!;
        _depth += current.NestingIncrease;
        if (_depth > DeepestNesting) throw new ContentYamlException(current, "This is nested too deeply.");
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new ContentYamlException(current, "Anchors (&) and aliases (*) are not used here: write the value out, or put it in quotes.");
        if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            throw new ContentYamlException(current, "Tags (!) are not used here: put the value in quotes.");
        return true;
    }
}

/// <summary>An error of ours, in our own words.</summary>
internal sealed class ContentYamlException(ParsingEvent at, string message) : YamlException(at.Start, at.End, message);
