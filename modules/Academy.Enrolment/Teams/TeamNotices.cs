using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;

namespace Academy.Enrolment.Teams;

/// <summary>What members of a team are told of each other. The caller saves.</summary>
internal sealed class TeamNotices(AcademyDb db, IPeople people, TimeProvider clock)
{
    public Task InvitedAsync(Attempt attempt, Project project, Guid invited, CancellationToken ct) => TellAsync(
        attempt, project, [invited], attempt.LearnerId,
        "{0} invites you to the team for “{1}”", "Say yes or no on the page of the team. Nothing binds you before you have said yes.", "invited", ct);

    public Task ConfirmedAsync(Attempt attempt, Project project, Guid member, CancellationToken ct) => TellAsync(
        attempt, project, Others(attempt, member), member, "{0} is in your team for “{1}”", null, "confirmed", ct);

    public Task DeclinedAsync(Attempt attempt, Project project, Guid invited, CancellationToken ct) => TellAsync(
        attempt, project, [attempt.LearnerId], invited, "{0} cannot join your team for “{1}”", "You can invite somebody else.", "declined", ct);

    /// <param name="captain">Who is captain from now on; null: the captain has not changed.</param>
    public async Task LeftAsync(Attempt attempt, Project project, Guid gone, Guid? captain, CancellationToken ct)
    {
        await TellAsync(
            attempt, project, [.. Others(attempt, gone).Where(id => id != captain)], gone,
            "{0} has left your team for “{1}”", "The work goes on: your repository stays as it is, and the captain can invite somebody else.", "left", ct);
        if (captain is not { } next) return;

        await TellAsync(
            attempt, project, [next], gone,
            "{0} has left your team for “{1}”: you are the captain now", "You have been in it longest. From now on, you invite, and hand in for all.", "captain", ct);
    }

    public Task RemovedAsync(Attempt attempt, Project project, Guid removed, CancellationToken ct) => TellAsync(
        attempt, project, [removed], attempt.LearnerId,
        "{0} has changed the team for “{1}”: you are no longer in it", "You can begin the project with others, at once.", "removed", ct, $"/projects/{project.Slug}");

    /// <summary>Withdrawn, or the team is complete or no longer there.</summary>
    public Task InvitationsEndedAsync(Attempt attempt, Project project, IReadOnlyList<Guid> invited, CancellationToken ct) => TellAsync(
        attempt, project, invited, attempt.LearnerId,
        "The invitation of {0} to the team for “{1}” no longer stands", "The team goes on without you, or is no longer there. You can begin the project with others.",
        "uninvited", ct, $"/projects/{project.Slug}");

    public async Task GivenUpAsync(Attempt attempt, Project project, CancellationToken ct)
    {
        await TellAsync(
            attempt, project, Others(attempt, attempt.LearnerId), attempt.LearnerId,
            "{0} has given up “{1}” for the whole team", "Your repository stays yours to read. The page of the project says when another attempt opens.",
            "given-up", ct, $"/projects/{project.Slug}");
        await InvitationsEndedAsync(attempt, project, attempt.Invited, ct);
    }

    public Task StartedAsync(Attempt attempt, Project project, CancellationToken ct) => TellAsync(
        attempt, project, Others(attempt, attempt.LearnerId), attempt.LearnerId,
        "{0} has started your team for “{1}”", "Your common repository is ready: all of you can clone and push.", "started", ct);

    private static IReadOnlyList<Guid> Others(Attempt attempt, Guid person) =>
        [.. attempt.Team.Select(m => m.LearnerId).Where(id => id != person)];

    private async Task TellAsync(
        Attempt attempt, Project project, IReadOnlyList<Guid> readers, Guid about, string title, string? body, string what, CancellationToken ct,
        string? link = null)
    {
        if (readers.Count == 0) return;

        var now = clock.GetUtcNow();
        var name = (await people.FindAsync([about], ct)).GetValueOrDefault(about)?.Name ?? "?";
        foreach (var reader in readers)
        {
            db.Publish(
                new NoticeDue(
                    reader, NoticeKind.Team, title, body, [NoticeArg.Of(name), NoticeArg.Of(project.Title)],
                    link ?? $"/attempts/{attempt.Id}/team", $"team/{attempt.Id}/{what}/{about}/{now.UtcTicks}", now),
                now);
        }
    }
}
