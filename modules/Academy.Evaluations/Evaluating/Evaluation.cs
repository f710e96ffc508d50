using System.Security.Cryptography;
using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Evaluating;

/// <summary>Somebody looks at a work: the appointment, and what comes of it.</summary>
internal sealed class Evaluation : IVersioned
{
    private Evaluation()
    {
    }

    /// <param name="waitingSince">Since when the learner waited for it: what waiting times are computed from.</param>
    /// <param name="endsAt">The end of the appointment; without one, the day until which it has to be done.</param>
    public Evaluation(
        Guid attemptId, Guid evaluatorId, EvaluationKind kind, DateTimeOffset startsAt, DateTimeOffset endsAt,
        DateTimeOffset waitingSince, DateTimeOffset now)
    {
        (Id, AttemptId, EvaluatorId, Kind, StartsAt, EndsAt) =
            (Guid.CreateVersion7(now), attemptId, evaluatorId, kind, startsAt, endsAt);
        (WaitingSince, BookedAt, ChangedAt, IsHeld) = (waitingSince, now, now, true);
        CalendarId = $"{Id:N}@academy";
        RoomName = $"academie-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
    }

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public Guid EvaluatorId { get; private set; }

    public EvaluationKind Kind { get; private set; }

    public EvaluationState State { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Of the video room; nobody can guess it.</summary>
    public string RoomName { get; private set; } = "";

    /// <summary>UID of the calendar's entry: the same for ever.</summary>
    public string CalendarId { get; private set; } = "";

    /// <summary>Of the calendar's entry: raised when it changes.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset WaitingSince { get; private set; }

    public DateTimeOffset BookedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who could not come; null as well when a decision, or the site, cancelled it.</summary>
    public Guid? CancelledBy { get; private set; }

    /// <summary>When both sides were told who the other is; null: still hidden.</summary>
    public DateTimeOffset? RevealedAt { get; private set; }

    /// <summary>How many of the reminders were sent.</summary>
    public int Reminders { get; private set; }

    /// <summary>When it was handed in; it counts once, whatever is sent again.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Its mark, 0 to 100; null until it is handed in.</summary>
    public int? Percent { get; private set; }

    /// <summary>What was said of the whole; null until it is handed in.</summary>
    public EvaluationFlag? Flag { get; private set; }

    /// <summary>It counts among those that the work needs: booked, under way or done.</summary>
    public bool IsHeld { get; private set; }

    public long Version { get; set; }

    /// <summary>Whether there is a time at which both sides meet.</summary>
    public bool IsAppointment => Kind is EvaluationKind.Live or EvaluationKind.Third;

    /// <summary>What both sides are reminded of: the beginning of an appointment; without one, the day until which it has to be done.</summary>
    public DateTimeOffset DueAt => IsAppointment ? StartsAt : EndsAt;

    /// <summary>Booked or under way: nothing came of it yet.</summary>
    public bool IsAhead => State is EvaluationState.Booked or EvaluationState.UnderWay;

    /// <summary>What the evaluator may know of the kind: a calibration looks like any written defence until it is handed in.</summary>
    public EvaluationKind ShownKind => Kind == EvaluationKind.Calibration && State != EvaluationState.Done ? EvaluationKind.Written : Kind;

    /// <summary>From when on both could meet: not before they were told who the other is. Null: not yet.</summary>
    public DateTimeOffset? MeetsAt => RevealedAt > StartsAt ? RevealedAt : RevealedAt is null ? null : StartsAt;

    /// <summary>Both sides were told who the other is only after the beginning, or never: the site was down, and nobody is to blame.</summary>
    public bool WasToldLate => IsAppointment && MeetsAt != StartsAt;

    /// <summary>Both sides may know who the other is.</summary>
    public bool IsRevealed => RevealedAt is not null;

    /// <summary>Shows both sides who the other is.</summary>
    public void Reveal(DateTimeOffset now) => RevealedAt ??= now;

    public void Remind(int sent) => Reminders = sent;

    /// <summary>The evaluator has opened the rubric.</summary>
    public Outcome Begin()
    {
        if (State == EvaluationState.UnderWay) return Outcome.Done;
        if (State != EvaluationState.Booked) return Refusals.EvaluationOver;

        State = EvaluationState.UnderWay;
        return Outcome.Done;
    }

    /// <summary>The evaluator may look at the work: of an appointment, no earlier than the names.</summary>
    public bool IsOpenToEvaluator => !IsAppointment || IsRevealed;

    /// <summary>Handed in.</summary>
    public void Finish(int percent, EvaluationFlag flag, DateTimeOffset now)
    {
        (State, Percent, Flag, DoneAt, ChangedAt) = (EvaluationState.Done, percent, flag, now, now);
        Sequence++;
    }

    /// <summary>It does not take place, or nothing came of it; its place in the work is free again.</summary>
    public Outcome FallThrough(EvaluationState state, DateTimeOffset now)
    {
        if (!IsAhead) return Refusals.EvaluationOver;

        (State, IsHeld, ChangedAt) = (state, false, now);
        Sequence++;
        return Outcome.Done;
    }

    /// <summary>One side cannot come.</summary>
    public Outcome Cancel(Guid personId, DateTimeOffset now)
    {
        var fell = FallThrough(EvaluationState.Cancelled, now);
        if (!fell.IsRefused) CancelledBy = personId;
        return fell;
    }

    /// <summary>The staff took back what had written it off: it may still be handed in.</summary>
    /// <param name="until">Without an appointment: the new day until which it has to be done.</param>
    /// <param name="now">When.</param>
    public void BringBack(DateTimeOffset until, DateTimeOffset now)
    {
        (State, IsHeld, ChangedAt) = (EvaluationState.UnderWay, true, now);
        if (IsAppointment) RevealedAt ??= now;
        else (EndsAt, Reminders) = (until, 0);
        Sequence++;
    }

    public static void Map(EntityTypeBuilder<Evaluation> entity)
    {
        entity.Property(e => e.RoomName).HasMaxLength(60);
        entity.Property(e => e.CalendarId).HasMaxLength(60);
        entity.Ignore(e => e.IsOpenToEvaluator).Ignore(e => e.IsAppointment).Ignore(e => e.IsAhead).Ignore(e => e.IsRevealed).Ignore(e => e.MeetsAt).Ignore(e => e.WasToldLate).Ignore(e => e.ShownKind).Ignore(e => e.DueAt);
        // Nobody evaluates the same work twice, however many requests come at once.
        entity.HasIndex(e => new { e.AttemptId, e.EvaluatorId }).IsUnique().HasFilter("\"IsHeld\"");
        entity.HasIndex(e => new { e.EvaluatorId, e.StartsAt });
        entity.HasIndex(e => new { e.State, e.StartsAt });
    }
}
