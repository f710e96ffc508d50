using Academy.Contracts.Curriculum;

namespace Academy.Progress.Pace;

/// <summary>Says when projects will be done, from the hours that they ask. Pure: the same facts give the same dates.</summary>
internal static class Projection
{
    /// <summary>How far back what was really done weighs in.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(42);

    /// <summary>Less active time than this says nothing yet about a learner's real pace.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromDays(14);

    /// <summary>Of a project that was begun, at least this part is still to do.</summary>
    private const double LeastLeft = 0.2;

    /// <param name="remaining">What is not validated, in the order in which it will be done.</param>
    /// <param name="facts">The learner's pace.</param>
    /// <param name="now">From when on.</param>
    public static PacePlan Compute(IReadOnlyList<RemainingProject> remaining, PaceFacts facts, DateTimeOffset now)
    {
        var weekly = WeeklyHours(facts, now);
        // Paused without an end: no date is better than a wrong one.
        if (facts.Freezes.FirstOrDefault(f => f.Covers(now)) is { Until: null }) return new PacePlan(weekly, [], null);

        var at = facts.Freezes.FirstOrDefault(f => f.Covers(now))?.Until ?? now;
        var dates = new List<ProjectedDate>();
        foreach (var project in remaining)
        {
            at += Weeks(HoursLeft(project, weekly, facts.Freezes, now) / weekly);
            dates.Add(new ProjectedDate(project.Project, at));
        }

        return new PacePlan(weekly, dates, dates.Count == 0 ? null : dates[^1].At);
    }

    /// <summary>Half what was chosen, half what was really done lately; days of a pause count neither way.</summary>
    public static double WeeklyHours(PaceFacts facts, DateTimeOffset now)
    {
        var since = facts.BegunAt > now - Lately ? facts.BegunAt : now - Lately;
        var active = now - since - Frozen(facts.Freezes, since, now);
        if (active < Enough) return facts.ChosenHours;

        var done = facts.Validated.Where(v => v.At >= since && v.At <= now).Sum(v => v.Hours) / (active.TotalDays / 7);
        // Somebody who did several projects in a day did not work all those hours: at most twice what was chosen counts.
        return (facts.ChosenHours + Math.Min(done, 2.0 * facts.ChosenHours)) / 2;
    }

    /// <summary>How much of the time between two moments was paused.</summary>
    public static TimeSpan Frozen(IReadOnlyList<FrozenTime> freezes, DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var freeze in freezes)
        {
            var begin = freeze.From > from ? freeze.From : from;
            var end = freeze.Until < to ? freeze.Until.Value : to;
            if (end > begin) sum += end - begin;
        }

        return sum;
    }

    private static double HoursLeft(RemainingProject project, double weekly, IReadOnlyList<FrozenTime> freezes, DateTimeOffset now)
    {
        var hours = Math.Max(project.Project.Hours, 1);
        if (project.BegunAt is not { } begun) return hours;

        var worked = (now - begun - Frozen(freezes, begun, now)).TotalDays / 7 * weekly;
        return Math.Max(hours - worked, hours * LeastLeft);
    }

    private static TimeSpan Weeks(double weeks) => TimeSpan.FromDays(Math.Min(weeks, 52 * 20) * 7);
}

/// <param name="Project">What is to be done.</param>
/// <param name="BegunAt">When it was begun; null: not yet.</param>
internal sealed record RemainingProject(Project Project, DateTimeOffset? BegunAt);

/// <param name="ChosenHours">Hours a week that the learner chose.</param>
/// <param name="BegunAt">When the learner began to learn.</param>
/// <param name="Validated">Projects with their expected hours.</param>
/// <param name="Freezes">Pauses, which do not overlap.</param>
internal sealed record PaceFacts(
    int ChosenHours, DateTimeOffset BegunAt, IReadOnlyList<(DateTimeOffset At, int Hours)> Validated, IReadOnlyList<FrozenTime> Freezes);

/// <param name="From">Its beginning.</param>
/// <param name="Until">Its end; null: open.</param>
internal sealed record FrozenTime(DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>In the last day of the pause: it ends when the next one begins.</summary>
    public DateTimeOffset? LastMoment => Until?.AddTicks(-1);

    public bool Covers(DateTimeOffset moment) => From <= moment && !(Until <= moment);
}

/// <param name="WeeklyHours">The pace that the dates are computed with.</param>
/// <param name="Dates">Each remaining project, in order; empty while a pause has no end.</param>
/// <param name="EndAt">When everything will be done.</param>
internal sealed record PacePlan(double WeeklyHours, IReadOnlyList<ProjectedDate> Dates, DateTimeOffset? EndAt);

internal sealed record ProjectedDate(Project Project, DateTimeOffset At);
