using Academy.Evaluations.Appointments;
using Academy.Evaluations.Evaluating;

namespace Academy.Evaluations.Api;

internal sealed record OpenTimeWish(DateOnly Day, TimeOnly From, TimeOnly To, DateOnly? WeeklyUntil);

internal sealed record OpenTimeAnswer(DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsBooked);

internal sealed record Closing(DateTimeOffset From, DateTimeOffset To);

internal sealed record HandInWish(string Commit);

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
