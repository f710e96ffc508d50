using System.Globalization;
using Academy.Kernel.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.Tracks;

/// <summary>A step in words: what is written in its box, and the whole of it for those who hear the map.</summary>
/// <param name="Title">Lines of the title.</param>
/// <param name="IsSmall">Whether the title needs smaller letters.</param>
/// <param name="State">"Ouvert · 200 XP · 10 h".</param>
/// <param name="Reason">"après Premiers pas"; null when it is not locked.</param>
/// <param name="Name">"Panier, ouvert · 200 XP · 10 h": begins with all that is visible, so that it can be said to a voice control.</param>
internal sealed record StepWords(IReadOnlyList<string> Title, bool IsSmall, string State, string? Reason, string Name)
{
    private const double Inner = MapSizes.NodeWidth - 26;
    private const double BesideIcon = Inner - 20;

    public static StepWords Of(TrackStep step, IStringLocalizer texts)
    {
        var title = MapText.Lines(step.Title.ToString(), Inner, 15, 3);
        var isSmall = title.Count > 2;
        if (isSmall) title = MapText.Lines(step.Title.ToString(), Inner, 13, 3);

        var state = string.Join(" · ", StateParts(step, texts));
        var reason = Reasons(step, texts).FirstOrDefault(r => MapText.Width(r, 13) <= BesideIcon);
        var missing = step.Missing.Count == 0 ? null : texts["first validate {0}", string.Join(", ", step.Missing)].Value;
        var opens = step.OpensAt is { } at ? texts["another attempt opens on {0}", at.ForReader().Written()].Value : null;
        var name = string.Join(", ", new[] { step.Title.ToString(), state, reason, missing, opens }.OfType<string>());
        return new StepWords(title, isSmall, state, reason, name);
    }

    private static IEnumerable<string> StateParts(TrackStep step, IStringLocalizer texts)
    {
        if (step.State != StepState.Plain) yield return texts[step.Look.Word];
        if (step.Xp is { } xp) yield return texts["{0} XP", xp];
        if (step.Hours is { } hours) yield return texts["{0} h", hours];
    }

    /// <summary>From the most telling to the shortest.</summary>
    private static IEnumerable<string> Reasons(TrackStep step, IStringLocalizer texts)
    {
        if (step.OpensAt is { } opens) yield return texts["on {0}", opens.ForReader().ToString("g", CultureInfo.CurrentCulture)];
        if (step.Missing.Count == 0) yield break;
        if (step.Missing.Count == 1) yield return texts["after {0}", step.Missing[0].ToString()];
        else yield return texts["after {0} and {1} more", step.Missing[0].ToString(), step.Missing.Count - 1];
        yield return texts.Count(step.Missing.Count, "after {0} project", "after {0} projects");
    }
}
