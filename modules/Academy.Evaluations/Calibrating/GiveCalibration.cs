using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Calibrating;

/// <summary>
/// Now and then a work of the staff stands among the written defences that somebody could take. Whoever does not look at those is
/// asked to evaluate it after a while, as with any defence that nobody takes.
/// </summary>
internal sealed class GiveCalibration(
    AcademyDb db, ICurriculum curriculum, IPeople people, FreeTimes free, ILearnerProgress progress, Tell tell, OneByOne each, TimeProvider clock)
{
    /// <summary>The one that is due for this evaluator; null: none. The same until it is taken.</summary>
    public async Task<DueCalibration?> DueAsync(Guid evaluatorId, CancellationToken ct)
    {
        var every = curriculum.Numbers().Marks.CalibrationEvery;
        if (every == 0) return null;

        var own = await db.Set<Evaluation>().AsNoTracking().Where(e => e.EvaluatorId == evaluatorId)
            .Select(e => new { e.AttemptId, e.Kind, e.State, e.BookedAt, e.DoneAt })
            .ToListAsync(ct);
        var last = own.Where(e => e.Kind == EvaluationKind.Calibration).Select(e => (DateTimeOffset?)e.BookedAt).Max();
        var since = own.Where(e => e.Kind != EvaluationKind.Calibration && e.State == EvaluationState.Done && (last is null || e.DoneAt > last)).ToList();
        if (since.Count < every) return null;

        // What somebody has once looked at, finished or not, is never given to them again.
        var known = own.Select(e => e.AttemptId).ToHashSet();
        var mentors = (await people.MentorsAsync(ct)).ToHashSet();
        foreach (var (calibration, work) in await ActiveAsync(ct))
        {
            if (known.Contains(work.AttemptId) || calibration.By == evaluatorId) continue;

            var project = await curriculum.ProjectOfAsync(work, ct);
            if ((await free.MayAsync(work, project.Evaluation!, mentors, ct)).Contains(evaluatorId))
                return new DueCalibration(work, project, since.Max(e => e.DoneAt)!.Value, evaluatorId);
        }

        return null;
    }

    /// <summary>Begins it. Null: no calibration of this work is due for this evaluator.</summary>
    public async Task<Outcome<Guid>?> TakeAsync(Guid attemptId, Guid evaluatorId, CancellationToken ct)
    {
        if (await DueAsync(evaluatorId, ct) is not { } due || due.Work.AttemptId != attemptId) return null;

        var evaluation = Add(due, evaluatorId);
        var begun = evaluation.Begin();
        if (begun.IsRefused) return begun.Refusal!;

        var saved = await db.SaveOrRefuseAsync(Refusals.NotForYou, ct);
        return saved.IsRefused ? saved.Refusal! : evaluation.Id;
    }

    /// <summary>Asks those for whom one has been due for a while.</summary>
    /// <returns>How many were asked.</returns>
    public async Task<int> AskAsync(CancellationToken ct)
    {
        var (now, asked) = (clock.GetUtcNow(), 0);
        var mayBeDue = await MayBeDueAsync(now, ct);
        await each.RunAsync(mayBeDue.Except(await progress.PausedAsync(mayBeDue, ct)), AskOneAsync, ct);
        return asked;

        async Task AskOneAsync(Guid evaluatorId)
        {
            if (await DueAsync(evaluatorId, ct) is not { } due || due.Since > now.AddHours(-curriculum.Numbers().Appointments.RecordedTakeHours)) return;

            tell.AskedFor(Add(due, evaluatorId), due.Project.Title);
            // They have taken it themselves at this very moment.
            if (!(await db.SaveOrRefuseAsync(Refusals.NotForYou, ct)).IsRefused) asked++;
        }
    }

    /// <summary>Those who have evaluated enough since their last one, evaluate these days, and have a hand free for one.</summary>
    private async Task<IReadOnlyList<Guid>> MayBeDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (every, lately) = (curriculum.Numbers().Marks.CalibrationEvery, now - AssignRecordings.Lately);
        if (every == 0 || !await db.Set<CalibrationWork>().AnyAsync(c => c.IsActive, ct)) return [];

        var evaluations = db.Set<Evaluation>();
        return await evaluations
            .Where(e => e.Kind != EvaluationKind.Calibration && e.State == EvaluationState.Done)
            .Where(e => !evaluations.Any(c => c.EvaluatorId == e.EvaluatorId && c.Kind == EvaluationKind.Calibration && c.BookedAt >= e.DoneAt))
            .GroupBy(e => e.EvaluatorId)
            .Where(g => g.Count() >= every && g.Max(e => e.DoneAt) > lately)
            .Select(g => g.Key)
            .Where(id => !db.Set<Slots.Evaluator>().Any(e => e.PersonId == id && !e.TakesRecorded))
            .Where(id => evaluations.Count(
                e => e.EvaluatorId == id && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
                    && e.Kind != EvaluationKind.Live && e.Kind != EvaluationKind.Third) < TakeRecording.MostAtOnce)
            .ToListAsync(ct);
    }

    private Evaluation Add(DueCalibration due, Guid evaluatorId)
    {
        var now = clock.GetUtcNow();
        var until = now.AddHours(curriculum.Numbers().Appointments.RecordedWithinHours);
        return db.Add(new Evaluation(due.Work.AttemptId, evaluatorId, EvaluationKind.Calibration, now, until, due.SentAt, now)).Entity;
    }

    /// <summary>Those that were given least come first.</summary>
    private async Task<IReadOnlyList<(CalibrationWork Calibration, Work Work)>> ActiveAsync(CancellationToken ct)
    {
        var active = await db.Set<CalibrationWork>().AsNoTracking().Where(c => c.IsActive)
            .Join(db.Set<Work>().AsNoTracking().Include(w => w.Members), c => c.AttemptId, w => w.AttemptId, (c, w) => new { Calibration = c, Work = w })
            .ToListAsync(ct);
        var given = await db.Set<Evaluation>().Where(e => e.Kind == EvaluationKind.Calibration)
            .GroupBy(e => e.AttemptId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return
        [
            .. active.OrderBy(a => given.GetValueOrDefault(a.Work.AttemptId)).ThenBy(a => a.Calibration.At).ThenBy(a => a.Work.AttemptId)
                .Select(a => (a.Calibration, a.Work)),
        ];
    }
}

/// <param name="Work">What is to be evaluated.</param>
/// <param name="Project">Of the release that it was made with.</param>
/// <param name="Since">When it became due: the evaluator's last hand-in.</param>
/// <param name="EvaluatorId">For whom.</param>
internal sealed record DueCalibration(Work Work, Project Project, DateTimeOffset Since, Guid EvaluatorId)
{
    // Longer than most recordings wait, and it would stand out.
    private const int MostMinutes = 110;

    /// <summary>What is shown as its date. Sent in the very minute of one's own last hand-in, it would give itself away.</summary>
    public DateTimeOffset SentAt => Since.AddMinutes(-((Work.AttemptId.ToByteArray()[^1] ^ EvaluatorId.ToByteArray()[^1]) % MostMinutes));
}
