using Academy.Contracts;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Recorded;

/// <summary>Recorded and written defences: whoever may evaluate one takes it, and then has some days' time, without an appointment.</summary>
internal sealed class TakeRecording(
    AcademyDb db, FreeTimes free, Appoint appoint, GiveCalibration calibrations, IPeople people, ICurriculum curriculum, Tell tell, TimeProvider clock)
{
    public const int MostAtOnce = 2;

    /// <summary>What this person could take, the longest wait first. Nobody's name is in it.</summary>
    public async Task<IReadOnlyList<RecordingOffer>> OffersAsync(Guid evaluatorId, CancellationToken ct)
    {
        var offers = new List<RecordingOffer>();
        if (await db.Set<Evaluator>().AnyAsync(e => e.PersonId == evaluatorId && !e.TakesRecorded, ct)) return offers;

        var mentors = (await people.MentorsAsync(ct)).ToHashSet();
        foreach (var (work, recording) in await db.WaitingRecordingsAsync(ct))
        {
            var project = await curriculum.ProjectOfAsync(work, ct);
            if (!(await free.MayAsync(work, project.Evaluation!, mentors, ct)).Contains(evaluatorId)) continue;

            offers.Add(new RecordingOffer(work.AttemptId, project.Title, recording.Kind, recording.At, project.Evaluation!.Minutes));
        }

        if (await calibrations.DueAsync(evaluatorId, ct) is { } due)
        {
            var later = offers.FindIndex(o => o.SentAt > due.SentAt);
            var offer = new RecordingOffer(due.Work.AttemptId, due.Project.Title, EvaluationKind.Written, due.SentAt, due.Project.Evaluation!.Minutes);
            offers.Insert(later < 0 ? offers.Count : later, offer);
        }

        return offers;
    }

    public async Task<Outcome<Guid>> RunAsync(Guid attemptId, Guid evaluatorId, CancellationToken ct)
    {
        if (await TakenAsync(attemptId, evaluatorId, ct) is { } taken) return taken;
        if (await UnderWayAsync(evaluatorId, ct) >= MostAtOnce) return Refusals.FinishFirst.With(MostAtOnce);
        if (await calibrations.TakeAsync(attemptId, evaluatorId, ct) is { } calibration) return calibration;

        var now = clock.GetUtcNow();
        var work = await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        var recording = await db.Set<Recording>().AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == attemptId, ct);
        if (work is null || recording is null || work.Missing == 0) return Refusals.NotForYou;

        var project = await curriculum.ProjectOfAsync(work, ct);
        var mentors = (await people.MentorsAsync(ct)).ToHashSet();
        if (!(await free.MayAsync(work, project.Evaluation!, mentors, ct)).Contains(evaluatorId)) return Refusals.NotForYou;

        var until = now.AddHours(curriculum.Numbers().Appointments.RecordedWithinHours);
        var evaluation = new Evaluation(attemptId, evaluatorId, recording.Kind, now, until, work.WaitingSince ?? now, now);
        var begun = evaluation.Begin();
        var held = begun.IsRefused ? begun : await appoint.HoldAsync(work, evaluation, now, ct);
        // Nobody learns by it how many points somebody else has.
        if (held.IsRefused) return Refusals.NotForYou;

        tell.Taken(work, evaluation, project.Title);
        var saved = await db.SaveOrRefuseAsync(Refusals.NotForYou, ct);
        return saved.IsRefused ? saved.Refusal! : evaluation.Id;
    }

    /// <summary>The same press, sent twice, takes it once.</summary>
    private Task<Guid?> TakenAsync(Guid attemptId, Guid evaluatorId, CancellationToken ct) => db.Set<Evaluation>()
        .Where(e => e.AttemptId == attemptId && e.EvaluatorId == evaluatorId && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
            && e.Kind != EvaluationKind.Live && e.Kind != EvaluationKind.Third)
        .Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);

    private Task<int> UnderWayAsync(Guid evaluatorId, CancellationToken ct) => db.Set<Evaluation>().CountAsync(
        e => e.EvaluatorId == evaluatorId && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
            && (e.Kind == EvaluationKind.Recorded || e.Kind == EvaluationKind.Written || e.Kind == EvaluationKind.Calibration),
        ct);
}

internal sealed record RecordingOffer(Guid AttemptId, Text Project, EvaluationKind Kind, DateTimeOffset SentAt, int Minutes);
