using Academy.Contracts.Curriculum;

namespace Academy.Progress.Validating;

/// <summary>A mark with what it is worth by the rules of its release.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Passes">Whether the project is validated with it.</param>
/// <param name="Xp">What it earns: the project's XP × mark, rounded down; nothing below the pass mark (docs/content.md).</param>
/// <param name="ReleaseId">The release.</param>
internal sealed record Mark(int Percent, bool Passes, int Xp, string ReleaseId)
{
    public static Mark None { get; } = new(0, false, 0, "");

    public static Mark Of(int percent, string projectSlug, Release release) =>
        Decided(percent, percent >= release.Rules.PassMark, projectSlug, release);

    /// <summary>Somebody decided whether it passes.</summary>
    public static Mark Decided(int percent, bool passes, string projectSlug, Release release) =>
        new(percent, passes, passes ? release.Projects[projectSlug].Xp * percent / 100 : 0, release.Id);

    /// <summary>What passes is better than what does not; then the percent decide.</summary>
    public bool IsBetterThan(Mark other) => (Passes, Percent).CompareTo((other.Passes, other.Percent)) > 0;
}
