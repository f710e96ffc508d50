using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Attempts;
using Academy.Enrolment.Teams;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Ending;

/// <summary>Ends an attempt without a mark. For a team, the captain decides.</summary>
internal sealed class GiveUpAttempt(AcademyDb db, ICurriculum curriculum, TeamNotices notices, TimeProvider clock)
{
    /// <summary>Sent twice, or beside somebody who joins: whoever comes second looks again.</summary>
    public Task<Outcome> RunAsync(Guid attemptId, Guid learnerId, CancellationToken ct) =>
        db.RetryAsync(Refusals.TeamMoved, () => GiveUpAsync(attemptId, learnerId, ct));

    private async Task<Outcome> GiveUpAsync(Guid attemptId, Guid learnerId, CancellationToken ct)
    {
        var attempt = await db.Set<Attempt>().Include(a => a.Members).SingleOrDefaultAsync(a => a.Id == attemptId, ct);
        if (attempt is null || !attempt.Has(learnerId, MemberState.Confirmed)) return Refusals.UnknownAttempt;
        if (attempt.LearnerId != learnerId) return Refusals.OnlyCaptain;
        if (attempt.State == AttemptState.GivenUp) return Outcome.Done;

        var outcome = attempt.GiveUp(clock.GetUtcNow());
        if (outcome.IsRefused) return outcome;

        await notices.GivenUpAsync(attempt, (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug], ct);
        return await db.SaveOrRefuseAsync(Refusals.TeamMoved, ct);
    }
}
