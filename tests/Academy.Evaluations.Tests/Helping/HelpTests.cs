using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Helping;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Evaluations.Tests.Helping;

public sealed class HelpTests
{
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(30);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_learner_asks_a_mentor_answers_and_both_are_told(DatabaseProvider provider)
    {
        await using var help = await Help.OpenAsync(provider);
        var id = await help.AskAsync();
        (await help.ToldAsync()).ShouldBe([(help.Mentor, "A learner is stuck: {0}"), (help.Trainer, "A learner is stuck: {0}")], ignoreOrder: true);

        (await help.TakeAsync(id, help.Mentor)).Refusal.ShouldBeNull();
        (await help.WriteAsync(id, help.Mentor, isMentor: true)).Refusal.ShouldBeNull();
        (await help.ToldAsync()).ShouldBe([(help.Learner, "{0} has answered you: {1}")]);

        (await help.WriteAsync(id, help.Learner)).Refusal.ShouldBeNull();
        (await help.ToldAsync()).ShouldBe([(help.Mentor, "{0} has written to you again: {1}")]);

        (await help.SolveAsync(id, help.Learner)).Refusal.ShouldBeNull();
        (await help.ToldAsync()).ShouldBe([(help.Mentor, "{0} is no longer stuck: {1}")]);
        (await help.QueueAsync()).Lines.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_request_is_kept_for_the_mentor_who_took_it_and_comes_back_by_itself(DatabaseProvider provider)
    {
        await using var help = await Help.OpenAsync(provider);
        var id = await help.AskAsync();
        await help.TakeAsync(id, help.Mentor);

        (await help.TakeAsync(id, help.Trainer)).Refusal!.Code.ShouldBe("help-kept");
        (await help.WriteAsync(id, help.Trainer, isMentor: true)).Refusal!.Code.ShouldBe("not-kept-by-you");
        (await help.QueueAsync()).Lines.Single().KeeperName.ShouldBe("Yanis Lefèvre");

        help.Academy.Clock.Advance(Lock - TimeSpan.FromSeconds(1));
        (await help.TakeAsync(id, help.Trainer)).IsRefused.ShouldBeTrue();
        help.Academy.Clock.Advance(TimeSpan.FromSeconds(1));

        (await help.QueueAsync()).Lines.Single().KeeperId.ShouldBeNull();
        (await help.WriteAsync(id, help.Mentor, isMentor: true)).Refusal!.Code.ShouldBe("not-kept-by-you");
        (await help.TakeAsync(id, help.Trainer)).Refusal.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_mentors_who_reach_for_a_request_at_once_one_gets_it(DatabaseProvider provider)
    {
        await using var help = await Help.OpenAsync(provider);
        var id = await help.AskAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => help.TakeAsync(id, i % 2 == 0 ? help.Mentor : help.Trainer)));

        var keeper = (await help.QueueAsync()).Lines.Single().KeeperId;
        keeper.ShouldNotBeNull();
        Enumerable.Range(0, 6).Where(i => !outcomes[i].IsRefused).Select(i => i % 2 == 0 ? help.Mentor : help.Trainer).Distinct().ShouldBe([keeper.Value]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_mentor_who_falls_silent_does_not_hold_the_learner_up(DatabaseProvider provider)
    {
        await using var help = await Help.OpenAsync(provider);
        var id = await help.AskAsync();
        await help.TakeAsync(id, help.Mentor);
        await help.WriteAsync(id, help.Mentor, isMentor: true);
        (await help.QueueAsync()).Lines.ShouldBeEmpty();

        // Whoever answered knows best, and comes first.
        await help.WriteAsync(id, help.Learner);
        (await help.QueueAsync()).Lines.Single().KeeperId.ShouldBe(help.Mentor);

        help.Academy.Clock.Advance(Lock);
        (await help.QueueAsync()).Lines.Single().KeeperId.ShouldBeNull();
        (await help.TakeAsync(id, help.Trainer)).Refusal.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_longest_wait_comes_first(DatabaseProvider provider)
    {
        await using var help = await Help.OpenAsync(provider);
        var first = await help.AskAsync(project: "hello");
        help.Academy.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await help.AskAsync(project: "files");
        await help.TakeAsync(first, help.Mentor);
        await help.WriteAsync(first, help.Mentor, isMentor: true);
        help.Academy.Clock.Advance(TimeSpan.FromMinutes(1));

        // The learner's reply begins a new wait, behind those who waited before.
        await help.WriteAsync(first, help.Learner);

        (await help.QueueAsync()).Lines.Select(l => l.Request.Id).ShouldBe([second, first]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_question_a_work_at_a_time_however_often_it_is_sent(DatabaseProvider provider)
    {
        await using var help = await Help.OpenAsync(provider);
        var attempt = await help.AttemptAsync();

        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => help.TryAskAsync(attempt)));

        asked.Count(a => !a.IsRefused).ShouldBe(1);
        asked.Where(a => a.IsRefused).ShouldAllBe(a => a.Refusal!.Code == "asked-already");
        await help.SolveAsync(asked.Single(a => !a.IsRefused).Value, help.Learner);
        (await help.TryAskAsync(attempt)).IsRefused.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_wait_is_told_from_facts_as_soon_as_there_are_enough(DatabaseProvider provider)
    {
        await using var help = await Help.OpenAsync(provider);
        for (var minutes = 1; minutes <= 10; minutes++)
        {
            ((await help.QueueAsync()).Wait is null).ShouldBe(minutes <= 5);
            var id = await help.AskAsync();
            help.Academy.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await help.TakeAsync(id, help.Mentor);
            await help.WriteAsync(id, help.Mentor, isMentor: true);
            await help.SolveAsync(id, help.Learner);
        }

        (await help.QueueAsync()).Wait.ShouldBe(new HelpWait(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(9)));
    }

    [Fact]
    public async Task Only_whoever_asked_may_solve_and_only_who_works_on_it_may_ask()
    {
        await using var help = await Help.OpenAsync(DatabaseProvider.Sqlite);
        var attempt = await help.AttemptAsync();
        var id = (await help.TryAskAsync(attempt)).Value;

        (await help.SolveAsync(id, help.OtherLearner)).Refusal!.Code.ShouldBe("unknown-request");
        (await help.SolveAsync(id, help.Mentor)).Refusal!.Code.ShouldBe("unknown-request");
        (await help.WriteAsync(id, help.OtherLearner)).Refusal!.Code.ShouldBe("unknown-request");
        (await help.Academy.RunAsync<AskHelp, Outcome<Guid>>(a =>
            a.RunAsync(attempt, help.OtherLearner, HelpPlace.Nowhere, "?", CancellationToken.None))).Refusal!.Code.ShouldBe("unknown-work");
    }

    [Fact]
    public async Task Nothing_is_written_after_it_is_solved_and_nobody_answers_themselves()
    {
        await using var help = await Help.OpenAsync(DatabaseProvider.Sqlite);
        var id = await help.AskAsync();
        (await help.TakeAsync(id, help.Learner)).Refusal!.Code.ShouldBe("own-request");
        (await help.WriteAsync(id, help.Learner, text: "  ")).Refusal!.Code.ShouldBe("empty-message");
        (await help.WriteAsync(id, help.Learner, text: new string('a', 4001))).Refusal!.Code.ShouldBe("message-too-long");

        await help.SolveAsync(id, help.Learner);

        (await help.TakeAsync(id, help.Mentor)).Refusal!.Code.ShouldBe("help-solved");
        (await help.WriteAsync(id, help.Learner)).Refusal!.Code.ShouldBe("help-solved");
        (await help.SolveAsync(id, help.Learner)).Refusal!.Code.ShouldBe("help-solved");
    }

    private sealed class Help : IAsyncDisposable
    {
        private readonly NotedNotices _noted;

        private Help(TestAcademy academy, NotedNotices noted) => (Academy, _noted) = (academy, noted);

        public TestAcademy Academy { get; }

        public Guid Learner { get; private set; }

        public Guid OtherLearner { get; private set; }

        public Guid Mentor { get; private set; }

        public Guid Trainer { get; private set; }

        public static async Task<Help> OpenAsync(DatabaseProvider provider)
        {
            var noted = new NotedNotices();
            var academy = await TestAcademy.CreateAsync(provider, services =>
            {
                services.AddSingleton(noted);
                services.AddReaction<NoticeDue, NoteNotice>();
            }, ("Demo:Enabled", "true"));
            return new Help(academy, noted)
            {
                Learner = await PersonAsync(academy, "apprenant@demo.academy"),
                OtherLearner = await PersonAsync(academy, "apprenante2@demo.academy"),
                Mentor = await PersonAsync(academy, "mentor@demo.academy"),
                Trainer = await PersonAsync(academy, "formateur@demo.academy"),
            };
        }

        /// <summary>Since the last look.</summary>
        public async Task<IReadOnlyList<(Guid Person, string Title)>> ToldAsync()
        {
            await Academy.DeliverAsync();
            return _noted.Take();
        }

        public Task<Guid> AttemptAsync(string project = "hello") => Academy.RunAsync<AcademyDb, Guid>(db => Attempts.BeginAsync(
            db, Learner, project, Academy.Services.GetRequiredService<ICurriculum>().Current!.Id, Academy.Clock.GetUtcNow()));

        public Task<Outcome<Guid>> TryAskAsync(Guid attempt) => Academy.RunAsync<AskHelp, Outcome<Guid>>(a =>
            a.RunAsync(attempt, Learner, HelpPlace.Nowhere, "Ma boucle ne finit pas.", CancellationToken.None));

        public async Task<Guid> AskAsync(string project = "hello")
        {
            // The same attempt is asked about again when it is there already.
            var attempts = await Academy.RunAsync<IEnrolment, IReadOnlyList<AttemptInfo>>(
                e => e.ForLearnerAsync(Learner, CancellationToken.None));
            var attempt = attempts.FirstOrDefault(a => a.ProjectSlug == project)?.Id ?? await AttemptAsync(project);
            return (await TryAskAsync(attempt)).Value;
        }

        public Task<Outcome> TakeAsync(Guid id, Guid mentor) =>
            Academy.RunAsync<KeepHelp, Outcome>(k => k.TakeAsync(id, mentor, CancellationToken.None));

        public Task<Outcome> WriteAsync(Guid id, Guid author, bool isMentor = false, string text = "Regarde ta condition.") =>
            Academy.RunAsync<TalkAboutHelp, Outcome>(t => t.WriteAsync(id, author, isMentor, text, CancellationToken.None));

        public Task<Outcome> SolveAsync(Guid id, Guid learner) =>
            Academy.RunAsync<TalkAboutHelp, Outcome>(t => t.SolveAsync(id, learner, CancellationToken.None));

        public Task<HelpQueue> QueueAsync() => Academy.RunAsync<HelpReader, HelpQueue>(r => r.QueueAsync(CancellationToken.None));

        public ValueTask DisposeAsync() => Academy.DisposeAsync();

        private static async Task<Guid> PersonAsync(TestAcademy academy, string email) =>
            (await academy.RunAsync<IPeople, Person?>(p => p.SignInAsync(email, DemoOptions.Password, CancellationToken.None)))!.Id;
    }

    private sealed class NotedNotices
    {
        private readonly List<(Guid, string)> _told = [];

        public void Add(NoticeDue due)
        {
            lock (_told) _told.Add((due.PersonId, due.Title));
        }

        public IReadOnlyList<(Guid, string)> Take()
        {
            lock (_told)
            {
                (Guid, string)[] all = [.. _told];
                _told.Clear();
                return all;
            }
        }
    }

    private sealed class NoteNotice(NotedNotices noted) : IReaction<NoticeDue>
    {
        public Task RunAsync(NoticeDue happened, CancellationToken ct)
        {
            noted.Add(happened);
            return Task.CompletedTask;
        }
    }
}
