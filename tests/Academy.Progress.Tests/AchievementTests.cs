using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Notifications;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Web;
using Academy.Progress.Achievements;
using Academy.Progress.Home;
using Academy.Progress.Pace;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Progress.Tests;

/// <summary>One achievement for each condition, in the demo academy; "hello" is a project of the first stage, evaluated by people.</summary>
public sealed class AchievementTests : IDisposable
{
    private static readonly string[] Conditions =
        ["projects: 1", "perfect: 1", "retries: 1", "teams: 1", "stages: 1", "level: 1", "evaluations: 3", "returns: 1", "welcomes: 1", "projects: 2"];

    private readonly EvaluatedContent _content = new();
    private readonly List<NoticeDue> _told = [];

    public AchievementTests() => File.WriteAllText(
        Path.Combine(_content.Folder, "achievements.yml"),
        "achievements:\n" + string.Concat(Conditions.Select(condition =>
            $"  - {{ id: {condition.Replace(": ", "-")}, title: {{ fr: \"Réussite {condition[^1]}\", en: \"Done\" }}, text: {{ fr: \"Fais-le.\", en: \"Do it.\" }}, when: {{ {condition} }} }}\n")));

    public void Dispose() => _content.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_validated_project_earns_once_however_often_it_is_told(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var ada = await LearnerAsync(academy);

        await EvaluatedAsync(academy, 85, ada);
        (await EarnedAsync(academy, ada)).ShouldBe(["projects-1", "stages-1"], ignoreOrder: true);

        await academy.PublishAsync(new ProjectValidated(ada, await AttemptAsync(academy, ada), "hello", 85, 85, academy.Clock.GetUtcNow()));
        (await EarnedAsync(academy, ada)).Count.ShouldBe(2);
        Told(ada).ShouldBe(["achievement/projects-1", "achievement/stages-1"], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_better_mark_later_a_level_and_an_attempt_after_a_failure_earn(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var ada = await LearnerAsync(academy);

        await EvaluatedAsync(academy, 30, ada);
        (await EarnedAsync(academy, ada)).ShouldBeEmpty();

        await EvaluatedAsync(academy, 85, ada);
        (await EarnedAsync(academy, ada)).ShouldBe(["projects-1", "retries-1", "stages-1"], ignoreOrder: true);

        await EvaluatedAsync(academy, 100, ada);
        (await EarnedAsync(academy, ada)).ShouldBe(["projects-1", "retries-1", "stages-1", "perfect-1", "level-1"], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_failure_after_the_validation_is_no_new_beginning(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var ada = await LearnerAsync(academy);

        await EvaluatedAsync(academy, 85, ada);
        await EvaluatedAsync(academy, 30, ada);
        await EvaluatedAsync(academy, 90, ada);

        (await EarnedAsync(academy, ada)).ShouldNotContain("retries-1");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_team_earns_together_and_who_took_no_part_does_not(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (ada, ben) = (await LearnerAsync(academy), await LearnerAsync(academy, "apprenante2"));
        var attempt = await academy.RunAsync<AcademyDb, Guid>(db => Teams.BeginAsync(db, "hello", Release(academy), academy.Clock.GetUtcNow(), ada, ben));

        await academy.PublishAsync(new WorkEvaluated(
            attempt, "hello", Release(academy), new Dictionary<Guid, int> { [ada] = 90, [ben] = 0 }, 0, academy.Clock.GetUtcNow()));

        (await EarnedAsync(academy, ada)).ShouldContain("teams-1");
        (await EarnedAsync(academy, ben)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_earned_stays_when_the_validation_is_lost(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var ada = await LearnerAsync(academy);
        await EvaluatedAsync(academy, 85, ada);

        await academy.PublishAsync(new WorkEvaluated(
            await AttemptAsync(academy, ada), "hello", Release(academy), new Dictionary<Guid, int> { [ada] = 10 }, 1, academy.Clock.GetUtcNow()));

        (await academy.RunAsync<ILearnerProgress, LevelInfo>(p => p.LevelAsync(ada, default))).Xp.ShouldBe(0);
        (await EarnedAsync(academy, ada)).ShouldContain("projects-1");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Given_evaluations_count_for_learners_and_never_for_mentors(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (ada, mentor) = (await LearnerAsync(academy), await IdAsync(academy, "mentor"));

        await GiveAsync(academy, ada, 2);
        await academy.PublishAsync(Completed(academy, ada));
        (await EarnedAsync(academy, ada)).ShouldBeEmpty();
        await GiveAsync(academy, ada, 1);
        await GiveAsync(academy, mentor, 3);
        await academy.PublishAsync(Completed(academy, ada));
        await academy.PublishAsync(Completed(academy, mentor));

        (await EarnedAsync(academy, ada)).ShouldBe(["evaluations-3"]);
        (await EarnedAsync(academy, mentor)).ShouldBeEmpty();
        // Nor is anybody told that a mentor is silent.
        (await academy.RunAsync<AcademyDb, bool>(db => db.Set<LearnerPace>().AnyAsync(p => p.Id == mentor))).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Coming_back_and_welcoming_earn_and_a_pause_of_an_hour_does_not(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var (ada, ines) = (await LearnerAsync(academy), await LearnerAsync(academy, "apprenante2"));

        await PauseAsync(academy, ada, TimeSpan.FromHours(1));
        (await EarnedAsync(academy, ada)).ShouldBeEmpty();

        await academy.RunAsync<ChangePace>(c => c.WelcomeAsync(ines, "Contente de te revoir !", default));
        await PauseAsync(academy, ada, TimeSpan.FromDays(2));
        (await EarnedAsync(academy, ada)).ShouldBe(["returns-1"]);
        (await EarnedAsync(academy, ines)).ShouldBe(["welcomes-1"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_events_at_once_grant_once(DatabaseProvider provider)
    {
        await using var academy = await GivenAsync(provider);
        var ada = await LearnerAsync(academy);
        await GiveAsync(academy, ada, 3);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await academy.RunAsync<GrantAchievements>(g => g.RunAsync(ada, default));
            }
            catch (DbUpdateException)
            {
                // The outbox delivers again.
            }
        }));
        await academy.DeliverAsync();

        (await EarnedAsync(academy, ada)).ShouldBe(["evaluations-3"]);
        Told(ada).ShouldHaveSingleItem();
    }

    private Task<TestAcademy> GivenAsync(DatabaseProvider provider) => TestAcademy.CreateAsync(
        provider,
        services => services.AddSingleton(_told).AddReaction<NoticeDue, Note>(),
        _content.Setting, ("Demo:Enabled", "true"));

    private static async Task<Guid> IdAsync(TestAcademy academy, string who) => (await academy.RunAsync<IPeople, Person?>(
        p => p.SignInAsync($"{who}@demo.academy", DemoOptions.Password, default)))!.Id;

    private static async Task<Guid> LearnerAsync(TestAcademy academy, string who = "apprenant")
    {
        var id = await IdAsync(academy, who);
        await academy.RunAsync<LearnerHome>(h => h.VisitAsync(id, default));
        return id;
    }

    private static string Release(TestAcademy academy) => academy.Services.GetRequiredService<ICurriculum>().Current!.Id;

    /// <summary>Another attempt, with this mark.</summary>
    private static async Task EvaluatedAsync(TestAcademy academy, int percent, Guid learner)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        var attempt = await academy.RunAsync<AcademyDb, Guid>(db => Teams.BeginAsync(db, "hello", Release(academy), academy.Clock.GetUtcNow(), learner));
        await academy.PublishAsync(new WorkEvaluated(
            attempt, "hello", Release(academy), new Dictionary<Guid, int> { [learner] = percent }, 0, academy.Clock.GetUtcNow()));
    }

    private static async Task<Guid> AttemptAsync(TestAcademy academy, Guid learner) =>
        (await academy.RunAsync<Contracts.Enrolment.IEnrolment, IReadOnlyList<Contracts.Enrolment.AttemptInfo>>(e => e.ForLearnerAsync(learner, default)))[0].Id;

    private static EvaluationCompleted Completed(TestAcademy academy, Guid evaluator) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), evaluator, "hello", 90, EvaluationFlag.Ok, academy.Clock.GetUtcNow());

    private static Task GiveAsync(TestAcademy academy, Guid evaluator, int count) =>
        academy.RunAsync<AcademyDb>(db => GivenEvaluations.AddAsync(db, evaluator, count, academy.Clock.GetUtcNow()));

    private static async Task PauseAsync(TestAcademy academy, Guid learner, TimeSpan time)
    {
        await academy.RunAsync<ChangePace>(c => c.PauseAsync(learner, null, default));
        academy.Clock.Advance(time);
        await LearnerAsync(academy, "apprenante2");
        await academy.RunAsync<ChangePace>(c => c.ResumeAsync(learner, default));
        await academy.DeliverAsync();
    }

    private static async Task<IReadOnlyList<string>> EarnedAsync(TestAcademy academy, Guid learner) =>
        [.. (await academy.RunAsync<ReadAchievements, IReadOnlyList<AchievementView>>(r => r.EarnedAsync(learner, null, default))).Select(a => a.Achievement.Id)];

    private IEnumerable<string> Told(Guid learner) =>
        _told.Where(n => n.PersonId == learner && n.Kind == NoticeKind.Progress && n.Link == "/achievements").Select(n => n.Key);

    private sealed class Note(List<NoticeDue> told) : IReaction<NoticeDue>
    {
        public Task RunAsync(NoticeDue happened, CancellationToken ct)
        {
            told.Add(happened);
            return Task.CompletedTask;
        }
    }
}
