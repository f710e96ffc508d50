using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Grading;
using Academy.Evaluations.Points;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Works;

/// <summary>Hands in a commit that the grader has passed: from now on people look at it. Once for each attempt.</summary>
internal sealed class HandIn(
    AcademyDb db, IEnrolment enrolment, ICurriculum curriculum, IGradings gradings, WorkPurse purse, Tell tell, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid attemptId, string commit, Guid learnerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var attempt = await enrolment.FindAsync(attemptId, ct);
        if (attempt is null || !attempt.Has(learnerId)) return Refusals.UnknownWork;
        if (attempt.LearnerId != learnerId) return Refusals.OnlyTheCaptain;
        if (await IsHandedInAsync(attemptId, ct)) return Refusals.AlreadyHandedIn;
        if (attempt.State != AttemptState.Working || attempt.EndAt(now) is not null) return Refusals.NotUnderWay;

        var release = await curriculum.GetAsync(attempt.ReleaseId, ct);
        var project = release.Projects[attempt.ProjectSlug];
        if (project.Evaluation is not { } plan) return Refusals.NothingToEvaluate;
        if (project.Team is { } size && attempt.MemberIds.Count < size.Min) return Refusals.TeamTooSmall.With(size.Min, attempt.MemberIds.Count);

        var passMark = release.Rules.PassMark;
        var grading = (await gradings.FinishedAsync(attemptId, ct)).FirstOrDefault(g => g.Commit == commit);
        if (grading is null) return Refusals.NotGraded;
        if (grading.Percent < passMark) return Refusals.BelowThePassMark.With(grading.Percent, passMark);

        var rules = curriculum.Numbers().Points;
        var work = new Work(attempt, grading, plan.Peers, now);
        var paid = await purse.PayAsync(work, rules.Cost * plan.Peers, new Cause(PointReason.HandedIn, attemptId, attemptId), rules, now, ct);
        if (paid.IsRefused) return await ButForTheOtherPressAsync(attemptId, paid.Refusal!, ct);
        if (!await enrolment.HandInAsync(attempt, now, ct)) return await ButForTheOtherPressAsync(attemptId, Refusals.JustChanged, ct);

        db.Add(work);
        tell.HandedIn(work, project.Title);
        db.Publish(new WorkHandedIn(attemptId, attempt.ProjectSlug, grading.Commit, grading.Percent, now), now);
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        return saved.IsRefused ? await ButForTheOtherPressAsync(attemptId, saved.Refusal!, ct) : saved;
    }

    /// <summary>The same press, sent twice, may have handed it in, and paid, since the beginning.</summary>
    private async Task<Refusal> ButForTheOtherPressAsync(Guid attemptId, Refusal refusal, CancellationToken ct) =>
        await IsHandedInAsync(attemptId, ct) ? Refusals.AlreadyHandedIn : refusal;

    private Task<bool> IsHandedInAsync(Guid attemptId, CancellationToken ct) =>
        db.Set<Work>().AnyAsync(w => w.AttemptId == attemptId, ct);
}
