using System.Globalization;
using System.Text.Json;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Slots;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using HandIn = Academy.Evaluations.Works.HandIn;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Tests;

/// <summary>An academy in which people evaluate each other, without the way through pushes and pages.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly EvaluatedContent _content;

    private House(TestAcademy academy, EvaluatedContent content) => (Academy, _content) = (academy, content);

    public TestAcademy Academy { get; }

    public DateTimeOffset Now => Academy.Clock.GetUtcNow();

    public Release Release => Academy.Services.GetRequiredService<ICurriculum>().Current!;

    public static async Task<House> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, int peers = 2, string rules = "")
    {
        var content = new EvaluatedContent(rules, peers);
        return new House(await TestAcademy.CreateAsync(provider, content.Setting), content);
    }

    /// <summary>Other rules from now on; what has begun stays pinned to its release.</summary>
    public Task PublishAsync(string rules) => _content.PublishAsync(Academy, rules);

    /// <summary>An attempt of a learner at the project, with a commit that the grader gives so many percent.</summary>
    public Task<(Guid AttemptId, string Commit)> PushedAsync(Guid learnerId, int percent = 100, string project = "hello") =>
        Academy.RunAsync<AcademyDb, (Guid, string)>(async db =>
        {
            var attemptId = await Attempts.BeginAsync(db, learnerId, project, Release.Id, Now);
            return (attemptId, await Attempts.GradeAsync(db, attemptId, percent, Now));
        });

    public Task<Outcome> HandInAsync(Guid attemptId, string commit, Guid learnerId) =>
        Academy.RunAsync<HandIn, Outcome>(h => h.RunAsync(attemptId, commit, learnerId, CancellationToken.None));

    /// <summary>A learner with a work that waits for its evaluators.</summary>
    public async Task<(Guid LearnerId, Guid AttemptId)> HandedInAsync(string project = "hello")
    {
        var learnerId = await PersonAsync("Sacha Morel");
        var (attemptId, commit) = await PushedAsync(learnerId, project: project);
        var outcome = await HandInAsync(attemptId, commit, learnerId);
        outcome.Refusal.ShouldBeNull();
        return (learnerId, attemptId);
    }

    /// <summary>A team's attempt at the project for teams, with a commit that the grader has passed.</summary>
    /// <param name="members">The captain first.</param>
    public Task<(Guid AttemptId, string Commit)> TeamPushedAsync(params Guid[] members) =>
        Academy.RunAsync<AcademyDb, (Guid, string)>(async db =>
        {
            var attemptId = await Teams.BeginAsync(db, "files", Release.Id, Now, members);
            return (attemptId, await Attempts.GradeAsync(db, attemptId, 100, Now));
        });

    public Task<Guid> PersonAsync(string name, Role role = Role.Learner, Guid? household = null, string language = "fr") =>
        Academy.RunAsync<AcademyDb, Guid>(db => NewPeople.AddAsync(db, name, role, Now, household, language));

    public Task CloseAsync(Guid personId) => Academy.RunAsync<AcademyDb>(db => NewPeople.CloseAsync(db, personId, Now));

    public Task PauseAsync(Guid personId, DateTimeOffset? until = null) => Academy.RunAsync<AcademyDb>(db => NewPeople.PauseAsync(db, personId, Now, until));

    /// <summary>Somebody who has validated the project.</summary>
    public async Task<Guid> EvaluatorAsync(string name, Guid? household = null, string language = "fr", string project = "hello")
    {
        var id = await PersonAsync(name, Role.Learner, household, language);
        var (attemptId, _) = await PushedAsync(id, project: project);
        await Academy.PublishAsync(new WorkEvaluated(attemptId, project, Release.Id, new Dictionary<Guid, int> { [id] = 100 }, 0, Now));
        return id;
    }

    /// <summary>Opens a time today, by the clock of Greenwich.</summary>
    public async Task OpenAsync(Guid evaluatorId, string from, string to)
    {
        var wish = new TimeWish(
            DateOnly.FromDateTime(Now.UtcDateTime), TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture), null);
        (await Academy.RunAsync<OpenTimes, Outcome>(o => o.RunAsync(evaluatorId, wish, "Etc/UTC", CancellationToken.None))).Refusal.ShouldBeNull();
    }

    /// <summary>Today at this hour.</summary>
    public DateTimeOffset At(string time) =>
        new(DateOnly.FromDateTime(Now.UtcDateTime), TimeOnly.Parse(time, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public Task<IReadOnlyList<FreeTime>> FreeAsync(Guid attemptId) => Academy.RunAsync<IServiceProvider, IReadOnlyList<FreeTime>>(async services =>
        await services.GetRequiredService<FreeTimes>().ForAsync(
            await services.GetRequiredService<AcademyDb>().Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == attemptId), CancellationToken.None));

    public Task<Outcome<Guid>> BookAsync(Guid attemptId, DateTimeOffset at, Guid learnerId) =>
        Academy.RunAsync<BookTime, Outcome<Guid>>(b => b.RunAsync(attemptId, at, learnerId, CancellationToken.None));

    /// <summary>A learner whose work is to be looked at by this evaluator at ten o'clock.</summary>
    public async Task<(Guid LearnerId, Guid AttemptId, Guid EvaluationId)> AppointmentAsync(Guid evaluatorId, string at = "10:00")
    {
        await OpenAsync(evaluatorId, at, TimeOnly.Parse(at, CultureInfo.InvariantCulture).AddMinutes(30).ToString("HH:mm", CultureInfo.InvariantCulture));
        var (learnerId, attemptId) = await HandedInAsync();
        var booked = await BookAsync(attemptId, At(at), learnerId);
        booked.Refusal.ShouldBeNull();
        return (learnerId, attemptId, booked.Value);
    }

    /// <summary>Both sides were told who the other is, a quarter of an hour before.</summary>
    public Task RevealAsync(Guid evaluationId) => Academy.RunAsync<AcademyDb>(async db =>
    {
        var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.Id == evaluationId);
        evaluation.Reveal(evaluation.StartsAt.AddMinutes(-15));
        await db.SaveChangesAsync();
    });

    /// <summary>The evaluator hands in their evaluation.</summary>
    public Task CompleteAsync(Guid evaluationId) => Academy.RunAsync<AcademyDb>(async db =>
    {
        var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.Id == evaluationId);
        db.Entry(evaluation).Property(e => e.State).CurrentValue = EvaluationState.Done;
        db.Publish(
            new EvaluationCompleted(evaluation.Id, evaluation.AttemptId, evaluation.EvaluatorId, "hello", 90, EvaluationFlag.Ok, Now), Now);
        await db.SaveChangesAsync();
    });

    public Task<Evaluation> EvaluationAsync(Guid id) => Academy.RunAsync<AcademyDb, Evaluation>(db => db.Set<Evaluation>().SingleAsync(e => e.Id == id));

    public Task<Work> WorkAsync(Guid attemptId) => Academy.RunAsync<AcademyDb, Work>(db => db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == attemptId));

    /// <summary>What has to be true of the points at any time.</summary>
    public Task CheckPointsAsync() => Academy.RunAsync<AcademyDb>(async db =>
    {
        var accounts = await db.Set<PointAccount>().ToListAsync();
        var entries = await db.Set<LedgerEntry>().ToListAsync();
        var cap = Release.Rules.Evaluation.Points.Cap;
        foreach (var account in accounts)
        {
            account.Balance.ShouldBeGreaterThanOrEqualTo(0, account.Name);
            if (PointAccount.IsLearner(account.Name)) account.Balance.ShouldBeLessThanOrEqualTo(cap, account.Name);
            var moved = entries.Where(e => e.ToAccount == account.Name).Sum(e => e.Points) - entries.Where(e => e.FromAccount == account.Name).Sum(e => e.Points);
            moved.ShouldBe(account.Balance, account.Name);
        }

        var issued = entries.Where(e => e.FromAccount == PointAccount.Issue).Sum(e => e.Points)
            - entries.Where(e => e.ToAccount == PointAccount.Issue).Sum(e => e.Points);
        accounts.Sum(a => a.Balance).ShouldBe(issued);
        entries.ShouldAllBe(e => e.Points > 0);
    });

    /// <summary>Who is to be told this, before the outbox is delivered.</summary>
    /// <param name="title">The English text.</param>
    /// <param name="body">What it says beneath; null: whatever it is.</param>
    public Task<List<Guid>> ToldAsync(string title, string? body = null) => Academy.RunAsync<AcademyDb, List<Guid>>(async db =>
        [.. (await db.Set<OutboxMessage>().Where(m => m.Reaction.Contains("WhenNoticeDue")).Select(m => m.Payload).ToListAsync())
            .Select(p => JsonSerializer.Deserialize<NoticeDue>(p)!).Where(n => n.Title == title && (body is null || n.Body == body)).Select(n => n.PersonId)]);

    public Task<int> PointsAsync(string account) => Academy.RunAsync<AcademyDb, int>(
        db => db.Set<PointAccount>().Where(a => a.Name == account).Select(a => a.Balance).SingleOrDefaultAsync());

    public async ValueTask DisposeAsync()
    {
        await Academy.DisposeAsync();
        _content.Dispose();
    }
}
