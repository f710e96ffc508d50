using System.Text.Json;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Notifications;
using Academy.Contracts.Progress;
using Academy.Contracts.Repositories;
using Academy.Enrolment.Attempts;
using Academy.Enrolment.Ending;
using Academy.Enrolment.Registering;
using Academy.Enrolment.Teams;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Tests;

/// <summary>"files" is done by teams of 2 or 3, and opens after "hello".</summary>
public sealed class TeamTests : IDisposable
{
    private static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-7000-8000-00000000000b");
    private static readonly Guid Cleo = new("00000000-0000-7000-8000-00000000000c");
    private static readonly Guid Dan = new("00000000-0000-7000-8000-00000000000d");
    private static readonly Guid Eva = new("00000000-0000-7000-8000-00000000000e");

    private readonly EvaluatedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_team_comes_together_starts_and_shares_one_repository(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await GatherAsync(academy, Ada);
        (await CloneUrlAsync(academy, team)).ShouldBeNull();

        (await DoAsync(academy, t => t.StartAsync(team, Ada, default))).Refusal!.Code.ShouldBe("team-too-small");
        (await DoAsync(academy, t => t.InviteAsync(team, Ada, Ben, default))).ShouldBe(Outcome.Done);
        (await DoAsync(academy, t => t.ConfirmAsync(team, Ben, default))).ShouldBe(Outcome.Done);
        (await DoAsync(academy, t => t.StartAsync(team, Ada, default))).ShouldBe(Outcome.Done);

        var attempt = await FindAsync(academy, team);
        attempt.State.ShouldBe(AttemptState.Working);
        attempt.MemberIds.ShouldBe([Ada, Ben]);
        (await CloneUrlAsync(academy, team)).ShouldNotBeNull();
        (await StandingAsync(academy, Ben)).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(ProjectState.InProgress), s => s.AttemptId.ShouldBe(team));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_team_that_is_full_says_so_and_only_its_captain_invites(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada, Ben, Cleo);

        (await DoAsync(academy, t => t.InviteAsync(team, Ada, Dan, default))).Refusal!.Code.ShouldBe("team-full");
        (await DoAsync(academy, t => t.InviteAsync(team, Ben, Dan, default))).Refusal!.Code.ShouldBe("only-captain");
        (await DoAsync(academy, t => t.ConfirmAsync(team, Dan, default))).Refusal!.Code.ShouldBe("unknown-attempt");
        (await DoAsync(academy, t => t.RemoveAsync(team, Ada, Cleo, default))).ShouldBe(Outcome.Done);
        (await DoAsync(academy, t => t.InviteAsync(team, Ada, Dan, default))).ShouldBe(Outcome.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_cannot_begin_the_project_cannot_be_invited(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        await OpenAsync(academy, Ada, Ben);
        var team = await TeamAsync(academy, Ada);
        await TeamAsync(academy, Ben);

        (await DoAsync(academy, t => t.InviteAsync(team, Ada, Dan, default))).Refusal!.Code.ShouldBe("cannot-join");
        (await DoAsync(academy, t => t.InviteAsync(team, Ada, Ben, default))).Refusal!.Code.ShouldBe("cannot-join");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task When_the_captain_leaves_who_has_been_there_longest_goes_on(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada, Ben, Cleo);
        await DoAsync(academy, t => t.StartAsync(team, Ada, default));

        (await DoAsync(academy, t => t.LeaveAsync(team, Ada, default))).ShouldBe(Outcome.Done);

        var attempt = await FindAsync(academy, team);
        (attempt.LearnerId, attempt.State).ShouldBe((Ben, AttemptState.Working));
        attempt.MemberIds.ShouldBe([Ben, Cleo]);
        (await StandingAsync(academy, Ada)).State.ShouldBe(ProjectState.Open);
        (await GatherAsync(academy, Ada)).ShouldNotBe(team);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_team_that_never_came_together_leaves_nothing_behind(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await GatherAsync(academy, Ada);
        await DoAsync(academy, t => t.InviteAsync(team, Ada, Ben, default));

        (await DoAsync(academy, t => t.LeaveAsync(team, Ada, default))).ShouldBe(Outcome.Done);

        (await academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindAsync(team, default))).ShouldBeNull();
        (await academy.RunAsync<TeamReader, IReadOnlyList<Invitation>>(r => r.InvitationsAsync(Ben, default))).ShouldBeEmpty();
        (await StandingAsync(academy, Ada)).State.ShouldBe(ProjectState.Open);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Work_that_is_handed_in_keeps_its_team(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada, Ben);
        await DoAsync(academy, t => t.StartAsync(team, Ada, default));
        await academy.RunAsync<AcademyDb>(db => Testing.Attempts.HandInAsync(db, team, academy.Clock.GetUtcNow()));

        (await DoAsync(academy, t => t.LeaveAsync(team, Ben, default))).Refusal!.Code.ShouldBe("team-closed");
        (await DoAsync(academy, t => t.InviteAsync(team, Ada, Cleo, default))).Refusal!.Code.ShouldBe("team-closed");
        (await GiveUpAsync(academy, team, Ada)).Refusal!.Code.ShouldBe("handed-in-already");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_captain_gives_up_for_all_and_all_may_begin_again(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada, Ben);
        await DoAsync(academy, t => t.StartAsync(team, Ada, default));

        (await GiveUpAsync(academy, team, Ben)).Refusal!.Code.ShouldBe("only-captain");
        (await GiveUpAsync(academy, team, Ada)).ShouldBe(Outcome.Done);
        (await GiveUpAsync(academy, team, Ada)).ShouldBe(Outcome.Done);

        (await FindAsync(academy, team)).State.ShouldBe(AttemptState.GivenUp);
        (await StandingAsync(academy, Ada)).State.ShouldBe(ProjectState.Open);
        (await StandingAsync(academy, Ben)).State.ShouldBe(ProjectState.Open);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_captains_may_invite_the_same_learner_who_joins_only_one(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var one = await TeamAsync(academy, Ada);
        var other = await TeamAsync(academy, Ben);

        var invited = await Task.WhenAll(
            DoAsync(academy, t => t.InviteAsync(one, Ada, Cleo, default)), DoAsync(academy, t => t.InviteAsync(other, Ben, Cleo, default)));
        invited.ShouldAllBe(o => !o.IsRefused);

        var joined = await Task.WhenAll(
            DoAsync(academy, t => t.ConfirmAsync(one, Cleo, default)), DoAsync(academy, t => t.ConfirmAsync(other, Cleo, default)));
        joined.Count(o => !o.IsRefused).ShouldBe(1);
        joined.Single(o => o.IsRefused).Refusal!.Code.ShouldBe("busy-elsewhere");
        (await CurrentAsync(academy, Cleo)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Confirming_many_times_at_once_joins_once(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada);
        for (var round = 0; round < 8; round++)
        {
            await DoAsync(academy, t => t.InviteAsync(team, Ada, Ben, default));

            var joined = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => DoAsync(academy, t => t.ConfirmAsync(team, Ben, default))));

            joined.ShouldAllBe(o => !o.IsRefused);
            (await FindAsync(academy, team)).MemberIds.ShouldBe([Ada, Ben]);
            await DoAsync(academy, t => t.LeaveAsync(team, Ben, default));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Invitations_at_once_never_exceed_the_size(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada);

        var invited = await Task.WhenAll(new[] { Ben, Cleo, Dan }.Select(l => DoAsync(academy, t => t.InviteAsync(team, Ada, l, default))));

        invited.Count(o => !o.IsRefused).ShouldBe(2);
        invited.Single(o => o.IsRefused).Refusal!.Code.ShouldBe("team-full");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaving_and_starting_at_once_never_starts_a_team_that_is_too_small(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada, Ben);

        await Task.WhenAll(
            DoAsync(academy, t => t.StartAsync(team, Ada, default)), DoAsync(academy, t => t.LeaveAsync(team, Ben, default)));

        var attempt = await FindAsync(academy, team);
        if (attempt.State == AttemptState.Gathering) attempt.MemberIds.ShouldBe([Ada]);
        else (await CloneUrlAsync(academy, team)).ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_learners_with_an_open_account_are_invited_and_no_place_is_hidden(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada);
        await academy.RunAsync<AcademyDb>(db => NewPeople.CloseAsync(db, Cleo, academy.Clock.GetUtcNow()));
        var (unknown, mentor) = (Guid.CreateVersion7(), await academy.RunAsync<AcademyDb, Guid>(db => NewPeople.AddAsync(db, "Yanis", Role.Mentor, academy.Clock.GetUtcNow())));

        foreach (var nobody in (Guid[])[unknown, mentor, Cleo])
            (await DoAsync(academy, t => t.InviteAsync(team, Ada, nobody, default))).Refusal!.Code.ShouldBe("cannot-join");

        await academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(new AttemptMember(team, unknown, "files", MemberState.Invited, academy.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        (await academy.RunAsync<TeamReader, TeamView?>(r => r.FindAsync(team, Ada, false, default)))!.Mates.Select(m => m.Person.Id).ShouldBe([Ada, unknown]);
        (await DoAsync(academy, t => t.RemoveAsync(team, Ada, unknown, default))).ShouldBe(Outcome.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Everybody_is_told_what_happens_to_their_team(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada, Ben);
        await DoAsync(academy, t => t.InviteAsync(team, Ada, Dan, default));
        await DoAsync(academy, t => t.RemoveAsync(team, Ada, Dan, default));
        (await ToldAsync(academy, Dan)).ShouldBe([("invited", $"/attempts/{team}/team"), ("uninvited", "/projects/files")]);

        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        await DoAsync(academy, t => t.InviteAsync(team, Ada, Cleo, default));
        await DoAsync(academy, t => t.ConfirmAsync(team, Cleo, default));
        await DoAsync(academy, t => t.StartAsync(team, Ada, default));
        await DoAsync(academy, t => t.LeaveAsync(team, Ada, default));
        (await ToldAsync(academy, Ben)).Select(n => n.What).ShouldBe(["invited", "confirmed", "started", "captain"]);
        (await ToldAsync(academy, Cleo)).Select(n => n.What).ShouldBe(["invited", "started", "left"]);

        await DoAsync(academy, t => t.InviteAsync(team, Ben, Dan, default));
        await GiveUpAsync(academy, team, Ben);
        (await ToldAsync(academy, Cleo))[^1].ShouldBe(("given-up", "/projects/files"));
        (await ToldAsync(academy, Dan)).Select(n => n.What).ShouldBe(["invited", "uninvited", "invited", "uninvited"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_invitation_ends_with_words_when_the_team_starts_full_or_is_dissolved(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var team = await TeamAsync(academy, Ada, Ben);
        await DoAsync(academy, t => t.InviteAsync(team, Ada, Cleo, default));
        // Of an older release, in which a team could be larger.
        await academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(new AttemptMember(team, Dan, "files", MemberState.Confirmed, academy.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });

        await DoAsync(academy, t => t.StartAsync(team, Ada, default));
        (await ToldAsync(academy, Cleo)).Select(n => n.What).ShouldBe(["invited", "uninvited"]);

        var alone = await TeamAsync(academy, Cleo);
        await OpenAsync(academy, Eva);
        await DoAsync(academy, t => t.InviteAsync(alone, Cleo, Eva, default));
        await DoAsync(academy, t => t.LeaveAsync(alone, Cleo, default));
        (await ToldAsync(academy, Eva)).Select(n => n.What).ShouldBe(["invited", "uninvited"]);
    }

    private async Task<TestAcademy> GivenAsync(DatabaseProvider provider)
    {
        var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        await OpenAsync(academy, Ada, Ben, Cleo, Dan);
        return academy;
    }

    /// <summary>What was told to somebody, in order, before the outbox is delivered.</summary>
    private static async Task<IReadOnlyList<(string What, string Link)>> ToldAsync(TestAcademy academy, Guid person) =>
        await academy.RunAsync<AcademyDb, IReadOnlyList<(string, string)>>(async db =>
            [.. (await db.Set<OutboxMessage>().Where(m => m.Reaction.Contains("WhenNoticeDue")).OrderBy(m => m.Id).Select(m => m.Payload).ToListAsync())
                .Select(p => JsonSerializer.Deserialize<NoticeDue>(p)!).Where(n => n.PersonId == person).Select(n => (n.Key.Split('/')[2], n.Link))]);

    /// <summary>Gives them accounts, and validates "hello" for them.</summary>
    private static async Task OpenAsync(TestAcademy academy, params Guid[] learners)
    {
        foreach (var learner in learners)
        {
            await academy.RunAsync<AcademyDb>(db => NewPeople.AddAsync(db, "Ada", Role.Learner, academy.Clock.GetUtcNow(), id: learner));
            var attempt = (await academy.RunAsync<RegisterForProject, Outcome<Guid>>(r => r.RunAsync(learner, "hello", default))).Value;
            await academy.PublishAsync(new ProjectValidated(learner, attempt, "hello", 100, 100, academy.Clock.GetUtcNow()));
        }
    }

    private static async Task<Guid> GatherAsync(TestAcademy academy, Guid captain)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await academy.RunAsync<RegisterForProject, Outcome<Guid>>(r => r.RunAsync(captain, "files", default));
        outcome.Refusal.ShouldBeNull();
        return outcome.Value;
    }

    private static async Task<Guid> TeamAsync(TestAcademy academy, Guid captain, params Guid[] others)
    {
        var team = await GatherAsync(academy, captain);
        foreach (var other in others)
        {
            academy.Clock.Advance(TimeSpan.FromMinutes(1));
            (await DoAsync(academy, t => t.InviteAsync(team, captain, other, default))).Refusal.ShouldBeNull();
            (await DoAsync(academy, t => t.ConfirmAsync(team, other, default))).Refusal.ShouldBeNull();
        }

        return team;
    }

    private static Task<Outcome> DoAsync(TestAcademy academy, Func<ChangeTeam, Task<Outcome>> change) => academy.RunAsync(change);

    private static Task<Outcome> GiveUpAsync(TestAcademy academy, Guid attempt, Guid learner) =>
        academy.RunAsync<GiveUpAttempt, Outcome>(g => g.RunAsync(attempt, learner, default));

    private static async Task<AttemptInfo> FindAsync(TestAcademy academy, Guid attempt) =>
        (await academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindAsync(attempt, default)))!;

    private static async Task<ProjectStanding> StandingAsync(TestAcademy academy, Guid learner) =>
        (await academy.RunAsync<IEnrolment, IReadOnlyDictionary<string, ProjectStanding>>(e => e.StandingAsync(learner, default)))["files"];

    private static Task<string?> CloneUrlAsync(TestAcademy academy, Guid attempt) =>
        academy.RunAsync<IRepositories, string?>(r => r.CloneUrlAsync(attempt, default));

    private static Task<int> CurrentAsync(TestAcademy academy, Guid learner) => academy.RunAsync<AcademyDb, int>(
        db => db.Set<AttemptMember>().CountAsync(m => m.LearnerId == learner && m.ProjectSlug == "files" && m.IsCurrent));
}
