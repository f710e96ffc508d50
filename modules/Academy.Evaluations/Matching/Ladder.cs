using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Matching;

/// <summary>Nobody waits for ever: the longer somebody waits, the more people are asked, and a recording needs no common hour.</summary>
internal static class Ladder
{
    public static Rung RungAfter(this MatchingRules rules, TimeSpan waited) =>
        waited >= TimeSpan.FromHours(rules.RecordedHours) ? Rung.Recording
        : waited >= TimeSpan.FromHours(rules.MentorHours) ? Rung.Mentor
        : waited >= TimeSpan.FromHours(rules.AlumniHours) ? Rung.Alumni
        : Rung.Peer;
}

/// <summary>Who may evaluate: a peer at first; each rung keeps those below it.</summary>
internal enum Rung : byte
{
    Peer,
    Alumni,
    Mentor,
    Recording,
}
