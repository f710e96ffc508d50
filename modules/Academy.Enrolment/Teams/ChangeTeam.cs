using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Repositories;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Teams;

/// <summary>
/// What members do with their team until it hands in. Several may act at once: who comes second looks again at what is there
/// then, and is refused only if that leaves no room.
/// </summary>
internal sealed class ChangeTeam(
    AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, IPeople people, IRepositories repositories, TeamNotices notices, TimeProvider clock)
{
    public Task<Outcome> InviteAsync(Guid attemptId, Guid captainId, Guid learnerId, CancellationToken ct) =>
        RunAsync(attemptId, captainId, async (attempt, project) =>
        {
            if (attempt.LearnerId != captainId) return Refusals.OnlyCaptain;
            if (await people.FindOpenLearnerAsync(learnerId, ct) is null || !await CanBeginAsync(learnerId, project.Slug, ct)) return Refusals.CannotJoin;

            var outcome = attempt.Invite(learnerId, project.Team!.Max, clock.GetUtcNow());
            if (!outcome.IsRefused) await notices.InvitedAsync(attempt, project, learnerId, ct);
            return outcome;
        }, ct);

    public Task<Outcome> ConfirmAsync(Guid attemptId, Guid learnerId, CancellationToken ct) =>
        RunAsync(attemptId, learnerId, async (attempt, project) =>
        {
            if (attempt.Has(learnerId, MemberState.Confirmed)) return Outcome.Done;
            // Asked before the other: whoever joins elsewhere in between hears that they are busy, not that the project is closed.
            var canBegin = await CanBeginAsync(learnerId, project.Slug, ct);
            var current = await db.Set<AttemptMember>().Where(m => m.LearnerId == learnerId && m.ProjectSlug == project.Slug && m.IsCurrent)
                .Select(m => (Guid?)m.AttemptId).FirstOrDefaultAsync(ct);
            // The same press, sent twice, joined since the attempt was read.
            if (current == attempt.Id) return Outcome.Done;
            if (current is not null) return Refusals.BusyElsewhere;
            if (!canBegin) return Refusals.NotOpenToYou;

            var now = clock.GetUtcNow();
            var outcome = attempt.Confirm(learnerId, project.Team!.Max, now);
            if (outcome.IsRefused) return outcome;

            db.Publish(new TeamJoined(attempt.Id, learnerId, now), now);
            await notices.ConfirmedAsync(attempt, project, learnerId, ct);
            return outcome;
        }, ct);

    /// <summary>Says no to an invitation, or leaves the team.</summary>
    public Task<Outcome> LeaveAsync(Guid attemptId, Guid learnerId, CancellationToken ct) =>
        RunAsync(attemptId, learnerId, (attempt, project) => LeaveAsync(attempt, project, learnerId, ct), ct);

    /// <summary>The captain withdraws an invitation, or takes somebody out of the team.</summary>
    public Task<Outcome> RemoveAsync(Guid attemptId, Guid captainId, Guid learnerId, CancellationToken ct) =>
        RunAsync(attemptId, captainId, async (attempt, project) =>
        {
            if (attempt.LearnerId != captainId || captainId == learnerId) return Refusals.OnlyCaptain;

            var wasMember = attempt.Has(learnerId, MemberState.Confirmed);
            var outcome = attempt.Leave(learnerId, clock.GetUtcNow());
            if (outcome.IsRefused) return outcome;

            if (wasMember) await notices.RemovedAsync(attempt, project, learnerId, ct);
            else await notices.InvitationsEndedAsync(attempt, project, [learnerId], ct);
            return outcome;
        }, ct);

    public async Task<Outcome> StartAsync(Guid attemptId, Guid captainId, CancellationToken ct)
    {
        var outcome = await RunAsync(attemptId, captainId, async (attempt, _) =>
        {
            if (attempt.LearnerId != captainId) return Refusals.OnlyCaptain;
            if (curriculum.Current is not { } release || release.Projects.GetValueOrDefault(attempt.ProjectSlug) is not { Team: not null } project)
                return Refusals.UnknownProject;

            var (now, invited) = (clock.GetUtcNow(), attempt.Invited);
            var started = attempt.Start(project.Team, release.Id, project.ExamTime, now);
            if (started.IsRefused) return started;

            db.Publish(new AttemptStarted(attempt.Id, captainId, project.Slug, release.Id, now), now);
            await notices.StartedAsync(attempt, project, ct);
            await notices.InvitationsEndedAsync(attempt, project, [.. invited.Except(attempt.Invited)], ct);
            return Outcome.Done;
        }, ct);
        if (outcome.IsRefused && outcome.Refusal != Refusals.TeamStarted) return outcome;

        // After the attempt is saved: when the process dies here, starting again makes the repository.
        var begun = (await enrolment.FindAsync(attemptId, ct))!;
        if (!begun.Has(captainId) || begun.State != AttemptState.Working) return outcome;
        var folder = (await curriculum.GetAsync(begun.ReleaseId, ct)).Projects[begun.ProjectSlug].TemplateFolder;
        await repositories.EnsureAsync(begun.Id, begun.LearnerId, begun.ProjectSlug, folder, ct);
        return outcome;
    }

    private async Task<Outcome> LeaveAsync(Attempt attempt, Project project, Guid learnerId, CancellationToken ct)
    {
        var (now, captain) = (clock.GetUtcNow(), attempt.LearnerId);
        var wasMember = attempt.Has(learnerId, MemberState.Confirmed);
        if (wasMember && attempt.Team.Count() == 1) return await EndAsync(attempt, project, now, ct);

        var outcome = attempt.Leave(learnerId, now);
        if (outcome.IsRefused) return outcome;

        if (!wasMember) await notices.DeclinedAsync(attempt, project, learnerId, ct);
        else await notices.LeftAsync(attempt, project, learnerId, attempt.LearnerId == captain ? null : attempt.LearnerId, ct);
        return outcome;
    }

    /// <summary>The last one goes, and the invitations with them.</summary>
    private async Task<Outcome> EndAsync(Attempt attempt, Project project, DateTimeOffset now, CancellationToken ct)
    {
        var outcome = attempt.State == AttemptState.Gathering ? Disband(attempt) : attempt.GiveUp(now);
        if (!outcome.IsRefused) await notices.InvitationsEndedAsync(attempt, project, attempt.Invited, ct);
        return outcome;
    }

    /// <summary>A team that never came together leaves nothing behind: it is no failed attempt.</summary>
    private Outcome Disband(Attempt attempt)
    {
        db.Remove(attempt);
        return Outcome.Done;
    }

    /// <summary>Whether the learner may begin the project now.</summary>
    private async Task<bool> CanBeginAsync(Guid learnerId, string slug, CancellationToken ct) =>
        (await enrolment.StandingAsync(learnerId, ct)).GetValueOrDefault(slug) is { } standing && standing.MayBegin(clock.GetUtcNow());

    private Task<Outcome> RunAsync(
        Guid attemptId, Guid personId, Func<Attempt, Project, Task<Outcome>> change, CancellationToken ct) =>
        db.RetryAsync<Outcome>(Refusals.TeamMoved, async () =>
        {
            if (await db.Set<Attempt>().Include(a => a.Members).SingleOrDefaultAsync(a => a.Id == attemptId, ct) is not { } attempt
                || attempt.Members.All(m => m.LearnerId != personId)) return Refusals.UnknownAttempt;
            var project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
            if (project.Team is null) return Refusals.NoTeam;

            var outcome = await change(attempt, project);
            return outcome.IsRefused ? outcome : await db.SaveOrRefuseAsync(Refusals.TeamMoved, ct);
        });
}
