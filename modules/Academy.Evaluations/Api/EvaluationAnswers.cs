using Academy.Evaluations.Appointments;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;

namespace Academy.Evaluations.Api;

internal sealed record OpenTimeWish(DateOnly Day, TimeOnly From, TimeOnly To, DateOnly? WeeklyUntil);

internal sealed record OpenTimeAnswer(DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsBooked);

/// <param name="Day">Of the week, by the clock of <paramref name="Zone"/>.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; midnight is the end of the day.</param>
/// <param name="Zone">IANA identifier.</param>
/// <param name="Until">The last day.</param>
internal sealed record WeeklyTimeAnswer(Guid Id, DayOfWeek Day, TimeOnly From, TimeOnly To, string Zone, DateOnly Until);

/// <param name="PerDay">At most so many a day; null: what the rules say.</param>
/// <param name="TakesRecorded">Also recorded and written defences.</param>
internal sealed record EvaluatorAnswer(int? PerDay, bool TakesRecorded);

internal sealed record Closing(DateTimeOffset From, DateTimeOffset To);

internal sealed record HandInWish(string Commit);

/// <param name="Needed">Evaluations that the mark needs.</param>
/// <param name="Missing">Of these, the ones that nobody is booked for.</param>
/// <param name="NeedsMentor">The one that is missing is a mentor's: the others lie far apart.</param>
/// <param name="IsSearching">The academy looks for an evaluator by itself.</param>
/// <param name="WaitingSince">Null: none is missing.</param>
/// <param name="UsualWait">Null: too few evaluations lately, or none is missing.</param>
/// <param name="Points">What those who worked on it have together.</param>
internal sealed record WorkAnswer(
    string Commit, DateTimeOffset HandedInAt, WorkState State, int Needed, int Missing, bool NeedsMentor, bool IsSearching, DateTimeOffset? WaitingSince,
    UsualWaitAnswer? UsualWait, int Points, IReadOnlyList<HeldAnswer> Evaluations)
{
    public static WorkAnswer Of(Work work, WorkView view) => new(
        work.Commit, work.HandedInAt, work.State, work.Needed, work.Missing, view.NeedsMentor, work.IsSearching, work.WaitingSince,
        view.Usual is { } usual ? new UsualWaitAnswer((int)usual.Half.TotalMinutes, (int)usual.Most.TotalMinutes, usual.Count) : null,
        view.Points, [.. view.Held.Select(e => new HeldAnswer(e.Id, e.Kind, e.State, e.StartsAt, e.EndsAt))]);
}

/// <param name="HalfMinutes">Half of all waited at most so long.</param>
/// <param name="MostMinutes">Nine of ten did.</param>
/// <param name="Count">Evaluations that this is counted on.</param>
internal sealed record UsualWaitAnswer(int HalfMinutes, int MostMinutes, int Count);

/// <param name="Id">Of the defence.</param>
/// <param name="EndsAt">Of an appointment; without one, the day until which it has to be done.</param>
internal sealed record HeldAnswer(Guid Id, EvaluationKind Kind, EvaluationState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <param name="Link">Of a video elsewhere, https.</param>
/// <param name="Text">Markdown.</param>
internal sealed record RecordingText(string? Link, string? Text);

internal sealed record RecordingAnswer(Guid AttemptId, string Project, EvaluationKind Kind, DateTimeOffset SentAt, int Minutes);

internal sealed record TakenAnswer(Guid Id);

internal sealed record BookingWish(DateTimeOffset StartsAt);

internal sealed record BookingAnswer(Guid Id, DateTimeOffset StartsAt);

internal sealed record SearchWish(bool On);

/// <param name="Others">Names of the other side; empty until the reveal.</param>
/// <param name="Room">Null until the reveal.</param>
internal sealed record AppointmentAnswer(
    Guid Id, bool IsEvaluator, string Project, EvaluationKind Kind, EvaluationState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    DateTimeOffset RevealsAt, IReadOnlyList<string> Others, string? Room)
{
    public static AppointmentAnswer Of(AppointmentView view) => new(
        view.Id, view.IsEvaluator, view.Project.ToString(), view.Kind, view.State, view.StartsAt, view.EndsAt, view.RevealsAt, view.Others, view.Room);
}

internal sealed record PointsAnswer(int Balance, IReadOnlyList<PointLineAnswer> Lines, Guid? Next);

internal sealed record PointLineAnswer(Guid Id, DateTimeOffset At, int Change, Points.PointReason Reason, string? Project);

internal sealed record CalendarAnswer(string Address);

internal sealed record IncidentAnswer(
    Guid Id, Absences.IncidentKind Kind, string Project, DateTimeOffset StartsAt, DateTimeOffset At, DateTimeOffset? UndoneAt);

/// <param name="Items">Newest first.</param>
/// <param name="Next">Cursor of the next page; null: that was all.</param>
internal sealed record IncidentsAnswer(IReadOnlyList<IncidentAnswer> Items, Guid? Next);
