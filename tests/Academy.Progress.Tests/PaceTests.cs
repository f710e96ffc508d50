using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Notifications;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Progress.Accompanying;
using Academy.Progress.Home;
using Academy.Progress.Pace;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Progress.Tests;

/// <summary>Silence after 10 days, in the demo academy, whose clock the tests move.</summary>
public sealed class PaceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_silence_is_told_once_to_the_referent_and_never_to_the_learner(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, mentor, officer) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "mentor"), await IdAsync(academy, "programme"));
        await VisitAsync(academy, learner);

        academy.Clock.Advance(TimeSpan.FromDays(9.9));
        (await TellAsync(academy, learner)).ShouldBeEmpty();

        academy.Clock.Advance(TimeSpan.FromDays(0.2));
        (await TellAsync(academy, learner)).ShouldHaveSingleItem().PersonId.ShouldBe(officer);
        academy.Clock.Advance(TimeSpan.FromDays(30));
        (await TellAsync(academy, learner)).ShouldBeEmpty();

        await VisitAsync(academy, learner);
        (await academy.RunAsync<AssignReferent, Outcome>(a => a.RunAsync(learner, mentor, default))).ShouldBe(Outcome.Done);
        academy.Clock.Advance(TimeSpan.FromDays(11));
        (await TellAsync(academy, learner)).ShouldHaveSingleItem().PersonId.ShouldBe(mentor);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_pauses_is_never_silent_and_is_greeted_on_the_way_back(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var learner = await IdAsync(academy, "apprenant");
        await VisitAsync(academy, learner);
        (await ChangeAsync(academy, c => c.PauseAsync(learner, null, default))).ShouldBe(Outcome.Done);

        academy.Clock.Advance(TimeSpan.FromDays(60));
        (await TellAsync(academy, learner)).ShouldBeEmpty();
        (await PaceAsync(academy, learner)).Plan.EndAt.ShouldBeNull();
        await VisitAsync(academy, learner);
        (await PaceAsync(academy, learner)).ShouldSatisfyAllConditions(p => p.Pause.ShouldNotBeNull(), p => p.WayBack.ShouldBeNull());

        (await ChangeAsync(academy, c => c.ResumeAsync(learner, default))).ShouldBe(Outcome.Done);
        (await PaceAsync(academy, learner)).ShouldSatisfyAllConditions(
            p => p.Pause.ShouldBeNull(), p => p.WayBack.ShouldNotBeNull(), p => p.Plan.EndAt.ShouldNotBeNull());
        (await TellAsync(academy, learner)).ShouldBeEmpty();

        await ChangeAsync(academy, c => c.BeBackAsync(learner, default));
        (await PaceAsync(academy, learner)).WayBack.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_pause_that_runs_out_ends_by_itself_and_its_end_counts_as_a_sign(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var learner = await IdAsync(academy, "apprenant");
        await VisitAsync(academy, learner);
        await ChangeAsync(academy, c => c.PauseAsync(learner, academy.Clock.GetUtcNow().AddDays(20), default));

        academy.Clock.Advance(TimeSpan.FromDays(25));
        (await TellAsync(academy, learner)).ShouldBeEmpty();
        await VisitAsync(academy, learner);
        (await PaceAsync(academy, learner)).ShouldSatisfyAllConditions(p => p.Pause.ShouldBeNull(), p => p.WayBack.ShouldNotBeNull());
        (await ChangeAsync(academy, c => c.PauseAsync(learner, null, default))).ShouldBe(Outcome.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_pause_cannot_end_in_the_past_and_hours_have_bounds(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var learner = await IdAsync(academy, "apprenant");

        (await ChangeAsync(academy, c => c.PauseAsync(learner, academy.Clock.GetUtcNow().AddDays(-1), default))).Refusal!.Code.ShouldBe("pause-in-the-past");
        (await ChangeAsync(academy, c => c.ChooseHoursAsync(learner, 2, default))).Refusal!.Code.ShouldBe("hours-out-of-range");
        (await ChangeAsync(academy, c => c.ChooseHoursAsync(learner, 30, default))).ShouldBe(Outcome.Done);
        (await PaceAsync(academy, learner)).ChosenHours.ShouldBe(30);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pressing_pause_many_times_at_once_pauses_once(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var learner = await IdAsync(academy, "apprenant");
        await VisitAsync(academy, learner);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ChangeAsync(academy, c => c.PauseAsync(learner, null, default))));

        (await academy.RunAsync<AcademyDb, int>(db => db.Set<Freeze>().CountAsync())).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_a_silence_a_willing_peer_who_is_active_welcomes(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, peer) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"));
        await VisitAsync(academy, learner);
        await ChangeAsync(academy, c => c.WelcomeAsync(peer, "Contente de te revoir !", default));
        academy.Clock.Advance(TimeSpan.FromDays(12));
        await VisitAsync(academy, peer);

        await academy.RunAsync<GiveSign>(s => s.RunAsync(learner, academy.Clock.GetUtcNow(), default));

        (await PaceAsync(academy, learner)).WayBack.ShouldNotBeNull().ShouldSatisfyAllConditions(
            w => w.Welcome.ShouldBe("Inès Garnier"), w => w.Words.ShouldBe("Contente de te revoir !"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_is_asked_to_welcome_who_is_away_or_did_not_offer_it(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, peer) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"));
        await VisitAsync(academy, learner);
        await ChangeAsync(academy, c => c.WelcomeAsync(peer, "Bonjour !", default));
        academy.Clock.Advance(TimeSpan.FromDays(12));

        await VisitAsync(academy, learner);

        (await PaceAsync(academy, learner)).WayBack.ShouldNotBeNull().Welcome.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_is_asked_to_welcome_whose_account_is_closed(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, peer) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"));
        await VisitAsync(academy, learner);
        academy.Clock.Advance(TimeSpan.FromDays(12));
        await ChangeAsync(academy, c => c.WelcomeAsync(peer, "Bonjour !", default));
        await academy.RunAsync<AcademyDb>(db => NewPeople.CloseAsync(db, peer, academy.Clock.GetUtcNow()));

        await VisitAsync(academy, learner);

        (await PaceAsync(academy, learner)).WayBack.ShouldNotBeNull().Welcome.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_who_come_back_at_once_are_both_welcomed_by_the_only_peer_who_offers_it(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, peer, now) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"), academy.Clock.GetUtcNow());
        var other = await academy.RunAsync<AcademyDb, Guid>(db => NewPeople.AddAsync(db, "Noé Petit", Role.Learner, now));
        foreach (var id in (Guid[])[learner, other]) await VisitAsync(academy, id);
        academy.Clock.Advance(TimeSpan.FromDays(12));
        await ChangeAsync(academy, c => c.WelcomeAsync(peer, "Bonjour !", default));

        await MeanwhileAsync<LearnerHome>(academy, h => h.VisitAsync(learner, default), () => VisitAsync(academy, other));

        foreach (var id in (Guid[])[learner, other]) (await PaceAsync(academy, id)).WayBack.ShouldNotBeNull().Welcome.ShouldBe("Inès Garnier");
        (await RowAsync(academy, peer)).Welcomes.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Going_on_after_a_pause_counts_also_when_the_peer_welcomes_somebody_else_at_that_moment(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, peer, now) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"), academy.Clock.GetUtcNow());
        var other = await academy.RunAsync<AcademyDb, Guid>(db => NewPeople.AddAsync(db, "Noé Petit", Role.Learner, now));
        await VisitAsync(academy, other);
        await ChangeAsync(academy, c => c.PauseAsync(learner, null, default));
        academy.Clock.Advance(TimeSpan.FromDays(12));
        await ChangeAsync(academy, c => c.WelcomeAsync(peer, "Bonjour !", default));

        await MeanwhileAsync<ChangePace>(
            academy, async c => (await c.ResumeAsync(learner, default)).ShouldBe(Outcome.Done), () => VisitAsync(academy, other));

        (await PaceAsync(academy, learner)).ShouldSatisfyAllConditions(p => p.Pause.ShouldBeNull(), p => p.WayBack!.Welcome.ShouldBe("Inès Garnier"));
        (await RowAsync(academy, peer)).Welcomes.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sign_that_another_one_overtakes_does_not_keep_the_next_persons_from_being_noted(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        Guid[] present = [await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2")];
        foreach (var id in present) await VisitAsync(academy, id);
        academy.Clock.Advance(TimeSpan.FromHours(1));
        var now = academy.Clock.GetUtcNow();

        await MeanwhileAsync<GiveSign>(
            academy,
            async sign =>
            {
                foreach (var id in present) await sign.RunAsync(id, now, default);
            },
            () => VisitAsync(academy, present[0]));

        foreach (var id in present) (await RowAsync(academy, id)).LastSignAt.ShouldBe(now);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_learner_who_comes_back_at_that_very_moment_puts_off_no_notice_of_the_others(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (back, silent) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"));
        foreach (var id in (Guid[])[back, silent]) await VisitAsync(academy, id);
        academy.Clock.Advance(TimeSpan.FromDays(11));

        await MeanwhileAsync<TellSilences>(academy, t => t.RunAsync(default), () => VisitAsync(academy, back));

        await academy.DeliverAsync();
        var links = academy.Services.GetRequiredService<Told>().Notices.Select(n => n.Link).ToList();
        links.ShouldContain($"/learners/{silent}");
        links.ShouldNotContain($"/learners/{back}");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_silence_counts_from_the_end_of_a_pause_that_nobody_has_noticed_yet(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var learner = await IdAsync(academy, "apprenant");
        await VisitAsync(academy, learner);
        await ChangeAsync(academy, c => c.PauseAsync(learner, academy.Clock.GetUtcNow().AddDays(60), default));

        academy.Clock.Advance(TimeSpan.FromDays(61));
        (await LineAsync(academy, learner)).ShouldNotBeNull().ShouldSatisfyAllConditions(l => l.Pause.ShouldBeNull(), l => l.IsSilent.ShouldBeFalse());
        (await TellAsync(academy, learner)).ShouldBeEmpty();

        academy.Clock.Advance(TimeSpan.FromDays(10));
        (await LineAsync(academy, learner)).ShouldNotBeNull().IsSilent.ShouldBeTrue();
        (await TellAsync(academy, learner)).ShouldHaveSingleItem().Args[1].ShouldBe(NoticeArg.Of("11"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_referent_who_has_left_is_told_nothing_and_nobody_is_told_of_a_learner_who_has(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, gone, mentor, officer) =
            (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"), await IdAsync(academy, "mentor"), await IdAsync(academy, "programme"));
        foreach (var id in (Guid[])[learner, gone])
        {
            await VisitAsync(academy, id);
            (await academy.RunAsync<AssignReferent, Outcome>(a => a.RunAsync(id, mentor, default))).ShouldBe(Outcome.Done);
        }

        foreach (var id in (Guid[])[mentor, gone]) await academy.RunAsync<AcademyDb>(db => NewPeople.CloseAsync(db, id, academy.Clock.GetUtcNow()));
        academy.Clock.Advance(TimeSpan.FromDays(11));

        (await TellAsync(academy, learner)).ShouldHaveSingleItem().PersonId.ShouldBe(officer);
        academy.Services.GetRequiredService<Told>().Notices.ShouldHaveSingleItem();
        (await LineAsync(academy, gone)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_has_never_come_can_be_accompanied_is_told_of_and_does_not_come_back_but_begins(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, other, mentor) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"), await IdAsync(academy, "mentor"));
        (await academy.RunAsync<AssignReferent, Outcome>(a => a.RunAsync(learner, mentor, default))).ShouldBe(Outcome.Done);
        (await academy.RunAsync<AssignReferent, Outcome>(a => a.RunAsync(mentor, mentor, default))).Refusal!.Code.ShouldBe("unknown-learner");
        (await LineAsync(academy, learner)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            l => l.LastSignAt.ShouldBeNull(), l => l.Referent!.Id.ShouldBe(mentor), l => l.IsSilent.ShouldBeFalse());

        academy.Clock.Advance(TimeSpan.FromDays(11));
        (await LineAsync(academy, other)).ShouldNotBeNull().ShouldSatisfyAllConditions(l => l.LastSignAt.ShouldBeNull(), l => l.IsSilent.ShouldBeTrue());
        (await TellAsync(academy, learner)).ShouldHaveSingleItem().PersonId.ShouldBe(mentor);
        (await TellAsync(academy, learner)).ShouldBeEmpty("once");

        await VisitAsync(academy, learner);
        (await PaceAsync(academy, learner)).WayBack.ShouldBeNull();
        (await LineAsync(academy, learner)).ShouldNotBeNull().LastSignAt.ShouldNotBeNull();
        (await RowAsync(academy, learner)).Returns.ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Joining_handing_in_asking_for_help_and_explaining_ones_work_are_signs_and_being_evaluated_while_away_is_none(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (learner, peer) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"));
        await VisitAsync(academy, learner);
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!.Id;
        var attempt = await academy.RunAsync<AcademyDb, Guid>(db => Teams.BeginAsync(db, "hello", release, academy.Clock.GetUtcNow(), learner));
        var recorded = new EvaluationCompleted(Guid.CreateVersion7(), attempt, peer, "hello", 90, EvaluationFlag.Ok, default);

        (await IsSignAsync(at => recorded with { At = at })).ShouldBeFalse();
        (await IsSignAsync(at => recorded with { At = at, IsLive = true })).ShouldBeTrue();
        (await IsSignAsync(at => new WorkHandedIn(attempt, "hello", new string('a', 40), 100, at))).ShouldBeTrue();
        (await IsSignAsync(at => new TeamJoined(attempt, learner, at))).ShouldBeTrue();
        (await IsSignAsync(at => new HelpAsked(learner, attempt, at))).ShouldBeTrue();

        async Task<bool> IsSignAsync<TEvent>(Func<DateTimeOffset, TEvent> happens) where TEvent : Contracts.IEvent
        {
            academy.Clock.Advance(TimeSpan.FromHours(1));
            await academy.PublishAsync(happens(academy.Clock.GetUtcNow()));
            return (await LineAsync(academy, learner))!.LastSignAt == academy.Clock.GetUtcNow();
        }
    }

    [Fact]
    public async Task A_pause_of_more_than_two_years_has_no_end()
    {
        await using var academy = await GivenAsync(DatabaseProvider.Sqlite);
        var learner = await IdAsync(academy, "apprenant");

        (await ChangeAsync(academy, c => c.PauseAsync(learner, DateTimeOffset.MaxValue, default))).Refusal!.Code.ShouldBe("pause-too-long");
    }

    [Fact]
    public async Task The_way_back_and_projects_of_no_track_do_not_count_among_those_of_the_tracks()
    {
        using var content = new EvaluatedContent("  pace: { returnProject: retour }\n");
        TestPaths.Copy(Path.Combine(TestPaths.SmallContent, "projects", "hello"), Path.Combine(content.Folder, "projects", "retour"));
        await using var academy = await TestAcademy.CreateAsync(DatabaseProvider.Sqlite, content.Setting, ("Demo:Enabled", "true"));
        var (learner, release) = (await IdAsync(academy, "apprenant"), academy.Services.GetRequiredService<ICurriculum>().Current!.Id);
        foreach (var slug in (string[])["hello", "files", "retour"])
        {
            var attempt = await academy.RunAsync<AcademyDb, Guid>(db => Teams.BeginAsync(db, slug, release, academy.Clock.GetUtcNow(), learner));
            await academy.PublishAsync(new ProjectValidated(learner, attempt, slug, 90, 90, academy.Clock.GetUtcNow()));
        }

        var home = await academy.RunAsync<LearnerHome, HomeView>(h => h.ForAsync(learner, default));

        (home.Done, home.Total).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_referent_is_somebody_of_the_staff()
    {
        await using var academy = await GivenAsync(DatabaseProvider.Sqlite);
        var (learner, other) = (await IdAsync(academy, "apprenant"), await IdAsync(academy, "apprenante2"));

        (await academy.RunAsync<AssignReferent, Outcome>(a => a.RunAsync(learner, other, default))).Refusal!.Code.ShouldBe("no-referent");
    }

    private static Task<TestAcademy> GivenAsync(DatabaseProvider provider) => TestAcademy.CreateAsync(
        provider, services => services.AddSingleton<Told>().AddReaction<NoticeDue, Note>(), ("Demo:Enabled", "true"));

    private static async Task<Guid> IdAsync(TestAcademy academy, string who) => (await academy.RunAsync<IPeople, Person?>(
        p => p.SignInAsync($"{who}@demo.academy", DemoOptions.Password, default)))!.Id;

    private static Task VisitAsync(TestAcademy academy, Guid learner) => academy.RunAsync<LearnerHome>(h => h.VisitAsync(learner, default));

    private static Task<Outcome> ChangeAsync(TestAcademy academy, Func<ChangePace, Task<Outcome>> change) => academy.RunAsync(change);

    private static async Task<PaceView> PaceAsync(TestAcademy academy, Guid learner) =>
        (await academy.RunAsync<ReadPace, PaceView?>(p => p.ForAsync(learner, default)))!;

    private static Task<LearnerPace> RowAsync(TestAcademy academy, Guid learner) =>
        academy.RunAsync<AcademyDb, LearnerPace>(db => db.Set<LearnerPace>().SingleAsync(p => p.Id == learner));

    /// <summary>Lets something else happen, once, between what <paramref name="use"/> has read and the change that it saves.</summary>
    private static Task MeanwhileAsync<TService>(TestAcademy academy, Func<TService, Task> use, Func<Task> other) where TService : notnull =>
        academy.RunAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<AcademyDb>();
            var happened = false;
            db.SavingChanges += (_, _) =>
            {
                if (happened || db.ChangeTracker.Entries().All(e => e.State != EntityState.Modified)) return;

                happened = true;
                Task.Run(other).GetAwaiter().GetResult();
            };
            await use(services.GetRequiredService<TService>());
            happened.ShouldBeTrue();
        });

    private static Task<LearnerLine?> LineAsync(TestAcademy academy, Guid learner) =>
        academy.RunAsync<ReadLearners, LearnerLine?>(r => r.FindAsync(learner, default));

    /// <summary>Lets the job run once; the notices about this learner that come of it.</summary>
    private static async Task<IReadOnlyList<NoticeDue>> TellAsync(TestAcademy academy, Guid learner)
    {
        var told = academy.Services.GetRequiredService<Told>();
        await academy.DeliverAsync();
        told.Notices.Clear();
        await academy.RunAsync<TellSilences>(t => t.RunAsync(default));
        await academy.DeliverAsync();
        return [.. told.Notices.Where(n => n.Link == $"/learners/{learner}")];
    }

    private sealed class Told
    {
        public List<NoticeDue> Notices { get; } = [];
    }

    private sealed class Note(Told told) : IReaction<NoticeDue>
    {
        public Task RunAsync(NoticeDue happened, CancellationToken ct)
        {
            told.Notices.Add(happened);
            return Task.CompletedTask;
        }
    }
}
