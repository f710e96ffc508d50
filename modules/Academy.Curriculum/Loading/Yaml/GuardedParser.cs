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
        if (!MoveInner()) return false;
        var current = inner.Current!;
        _depth += current.NestingIncrease;
        if (_depth > DeepestNesting) throw new ContentYamlException(current, "This is nested too deeply.");
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new ContentYamlException(current, "Anchors (&) and aliases (*) are not used here: write the value out, or put it in quotes.");
        if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            throw new ContentYamlException(current, "Tags (!) are not used here: put the value in quotes.");
        return true;
    }

    private bool MoveInner()
    {
        var last = inner.Current;
        try
        {
            return inner.MoveNext();
        }
        catch (Exception e) when (e is not YamlException)
        {
            // The scanner stumbles over some broken files in ways of its own, such as a list that is not closed.
            throw new ContentYamlException(last, "This is not YAML: something after this place is not closed or not well indented.");
        }
    }
}

/// <summary>An error of ours, in our own words.</summary>
internal sealed class ContentYamlException(ParsingEvent? at, string message)
    : YamlException(at?.Start ?? Mark.Empty, at?.End ?? Mark.Empty, message);
