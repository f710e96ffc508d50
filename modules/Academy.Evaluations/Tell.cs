using Academy.Contracts;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Absences;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Rung = Academy.Evaluations.Matching.Rung;

namespace Academy.Evaluations;

/// <summary>What people are told about appointments. Never a name: those are on the page of appointments, when it is time.</summary>
internal sealed class Tell(AcademyDb db, TimeProvider clock)
{
    private const string Appointments = "/appointments";

    /// <summary>The captain has pressed the button; the others have paid their part.</summary>
    public void HandedIn(Work work, Text project)
    {
        var now = clock.GetUtcNow();
        foreach (var member in work.Members.Where(m => m.LearnerId != work.CaptainId))
        {
            db.Publish(
                new NoticeDue(
                    member.LearnerId, NoticeKind.Team, "Your team has handed in “{0}”", "You pay for its evaluations in turn: your points say what was yours.",
                    [NoticeArg.Of(project)], $"/attempts/{work.AttemptId}", $"handed-in/{work.AttemptId}", now),
                now);
        }
    }

    public void Booked(Work work, Evaluation evaluation, Text project)
    {
        Both(work, evaluation, "booked",
            "Your project “{0}” will be evaluated: {1}", "You will evaluate “{0}”: {1}",
            "You see who you meet, and the video room, shortly before. If you cannot come, cancel early: it costs nothing.",
            project);
    }

    public void Reminded(Work work, Evaluation evaluation, Text project, int minutes)
    {
        if (evaluation.IsAppointment)
            Both(work, evaluation, $"reminder-{minutes}", "Soon your project “{0}” is evaluated: {1}", "Soon you evaluate “{0}”: {1}", null, project);
        else
            Until(evaluation.EvaluatorId, evaluation, $"reminder-{minutes}", "Do not forget your evaluation of “{0}”: until {1}",
                "If you cannot, give it back on the page of your appointments: it costs nothing, and somebody else takes over.", project);
    }

    public void Revealed(Work work, Evaluation evaluation, Text project) =>
        Both(work, evaluation, "revealed",
            "It begins: “{0}” is evaluated, {1}", "It begins: you evaluate “{0}”, {1}",
            "The name and the video room are on your page of appointments now.", project);

    public void Taken(Work work, Evaluation evaluation, Text project) =>
        Learners(work, evaluation, "taken", "Somebody has begun to evaluate your defence of “{0}”: {1}", "You need not do anything.", project);

    /// <summary>Nobody has taken a recorded defence, so somebody is asked to.</summary>
    public void Assigned(Work work, Evaluation evaluation, Text project)
    {
        AskedFor(evaluation, project);
        foreach (var member in work.Members)
            Until(member.LearnerId, evaluation, "assigned", "Somebody evaluates your defence of “{0}”, until {1} at the latest", "You need not do anything.", project);
    }

    /// <summary>The evaluator alone is told: of a calibration, nobody else knows.</summary>
    public void AskedFor(Evaluation evaluation, Text project) =>
        Until(evaluation.EvaluatorId, evaluation, "assigned", "You are asked to evaluate a defence of “{0}”, without an appointment: until {1}",
            "If you cannot, give it back on the page of your appointments: it costs nothing, and somebody else takes over.", project);

    public void CancelledByLearner(Evaluation evaluation, Text project) =>
        One(evaluation.EvaluatorId, evaluation, "cancelled", "The appointment to evaluate “{0}” was cancelled: {1}", "The time is free again.", project);

    public void CancelledByEvaluator(Work work, Evaluation evaluation, Text project) =>
        Learners(work, evaluation, "cancelled", "Your evaluator had to cancel: “{0}”, {1}", "You are first in the queue now: we are looking for somebody else.", project);

    /// <summary>A decision about the work has come first.</summary>
    public void NotNeeded(Evaluation evaluation, Text project) =>
        One(evaluation.EvaluatorId, evaluation, "not-needed", "Your evaluation of “{0}” is not needed any more: {1}",
            "There is a decision about this work already. You lose nothing, and the time is free again.", project);

    /// <param name="moved">Points that it cost somebody.</param>
    public void Happened(Work work, Evaluation evaluation, Incident incident, int moved, Text project)
    {
        var absent = moved > 0
            ? "The point is lost. If this is wrong, write to a mentor: they can take it back."
            : "If this is wrong, write to a mentor: they can take it back.";
        switch (incident.Kind)
        {
            case IncidentKind.LearnerAbsent:
                Learners(work, evaluation, "absent", "It was reported that you did not come: “{0}”, {1}", absent, project);
                break;
            case IncidentKind.EvaluatorAbsent:
                One(evaluation.EvaluatorId, evaluation, "absent", "It was reported that you did not come: “{0}”, {1}", absent, project);
                break;
            case IncidentKind.EvaluatorSilent:
                One(evaluation.EvaluatorId, evaluation, "silent", "Your evaluation of “{0}” never arrived: {1}",
                    moved > 0
                        ? "Somebody else takes over, and a point is lost. If this is wrong, write to a mentor: they can take it back."
                        : "Somebody else takes over. If this is wrong, write to a mentor: they can take it back.",
                    project);
                Learners(work, evaluation, "silent", "Your evaluator never handed in the evaluation: “{0}”, {1}", "You are first in the queue now: we are looking for somebody else.", project);
                break;
        }
    }

    /// <summary>Nothing came of it, and nobody is to blame.</summary>
    public void LetGo(Work work, Evaluation evaluation, Text project)
    {
        Learners(work, evaluation, "let-go", "Nothing came of your evaluation: “{0}”, {1}", "You are first in the queue now: we are looking for somebody else.", project);
        One(evaluation.EvaluatorId, evaluation, "let-go", "You need not evaluate “{0}” any more: {1}", "Somebody else takes over, and nothing counts against you.", project);
    }

    /// <param name="returned">Points that came back.</param>
    public void Undone(Evaluation evaluation, Incident incident, int returned, Text project) =>
        One(incident.AgainstId, evaluation, "undone", "A decision about you was taken back: “{0}”, {1}", returned > 0 ? "The point is yours again." : null, project);

    public void Widened(Work work, Text project)
    {
        var now = clock.GetUtcNow();
        var body = work.Rung switch
        {
            Rung.Alumni => "From now on we also ask those who have finished a track.",
            Rung.Mentor => "From now on we also ask the mentors.",
            _ => "If you like, record or write your defence: it needs no common time.",
        };
        db.Publish(
            new NoticeDue(
                work.CaptainId, NoticeKind.Appointment, "You have waited for an evaluator for “{0}” for some time.", body, [NoticeArg.Of(project)],
                $"/attempts/{work.AttemptId}/evaluations", $"rung/{work.AttemptId}/{work.WaitingSince:O}/{work.Rung}", now),
            now);
    }

    private void Until(Guid personId, Evaluation evaluation, string what, string title, string body, Text project)
    {
        var now = clock.GetUtcNow();
        db.Publish(
            new NoticeDue(
                personId, NoticeKind.Appointment, title, body, [NoticeArg.Of(project), NoticeArg.Of(evaluation.EndsAt)],
                Appointments, Key(what, evaluation), now),
            now);
    }

    private void Both(Work work, Evaluation evaluation, string what, string toLearners, string toEvaluator, string? body, Text project)
    {
        Learners(work, evaluation, what, toLearners, body, project);
        One(evaluation.EvaluatorId, evaluation, what, toEvaluator, body, project);
    }

    private void Learners(Work work, Evaluation evaluation, string what, string title, string? body, Text project)
    {
        foreach (var member in work.Members) One(member.LearnerId, evaluation, what, title, body, project);
    }

    private void One(Guid personId, Evaluation evaluation, string what, string title, string? body, Text project)
    {
        var now = clock.GetUtcNow();
        db.Publish(
            new NoticeDue(
                personId, NoticeKind.Appointment, title, body, [NoticeArg.Of(project), NoticeArg.Of(evaluation.StartsAt)],
                Appointments, Key(what, evaluation), now),
            now);
    }

    /// <summary>Each thing is told once, and again when the staff has brought the evaluation back.</summary>
    private static string Key(string what, Evaluation evaluation) => $"{what}/{evaluation.Id}/{evaluation.Sequence}";
}
