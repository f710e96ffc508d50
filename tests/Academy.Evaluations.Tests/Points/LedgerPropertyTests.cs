using Academy.Evaluations.Absences;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Points;

/// <summary>Whatever people do, in whatever order: points are conserved, nobody is below 0 or above the cap, and nothing counts twice.</summary>
public sealed class LedgerPropertyTests
{
    public static TheoryData<DatabaseProvider, int> Runs()
    {
        var runs = new TheoryData<DatabaseProvider, int>();
        foreach (var seed in Enumerable.Range(1, 3))
        {
            runs.Add(DatabaseProvider.Sqlite, seed);
            runs.Add(DatabaseProvider.PostgreSql, seed);
        }

        return runs;
    }

    [Theory, MemberData(nameof(Runs))]
    public async Task Points_are_conserved_whatever_happens(DatabaseProvider provider, int seed)
    {
        // Rewards above the cost, a low cap and little to begin with: every branch is walked.
        await using var house = await House.OpenAsync(
            provider, peers: 1, rules: "  evaluation: { points: { start: 2, cost: 1, reward: 2, cap: 3, weeklyGift: 1 }, slots: { perDay: 20 } }\n");
        var random = new Random(seed);
        var evaluators = new List<Guid>();
        for (var i = 0; i < 3; i++) evaluators.Add(await house.EvaluatorAsync($"Évaluatrice {i}"));
        var ids = new List<Guid>();

        for (var day = 0; day < 12; day++)
        {
            var evaluator = evaluators[random.Next(evaluators.Count)];
            var (learner, _, id) = await house.AppointmentAsync(evaluator, "10:00");
            ids.Add(id);
            switch (random.Next(6))
            {
                case 0:
                    await house.CompleteAsync(id);
                    await house.Academy.DeliverAsync();
                    break;
                case 1:
                    await house.Academy.RunAsync<CancelAppointment, Outcome>(c => c.RunAsync(id, random.Next(2) == 0 ? learner : evaluator, CancellationToken.None));
                    break;
                case 2 or 3:
                    await house.RevealAsync(id);
                    house.Academy.Clock.Advance(TimeSpan.FromMinutes(70));
                    await house.Academy.RunAsync<ReportAbsence, Outcome>(r => r.RunAsync(id, random.Next(2) == 0 ? learner : evaluator, CancellationToken.None));
                    house.Academy.Clock.Advance(TimeSpan.FromMinutes(-70));
                    break;
                case 4:
                    await house.RevealAsync(id);
                    house.Academy.Clock.Advance(TimeSpan.FromDays(2));
                    await house.Academy.RunAsync<ReplaceSilent>(r => r.RunAsync(CancellationToken.None));
                    break;
                default:
                    foreach (var incident in await house.Academy.RunAsync<AcademyDb, List<Guid>>(
                        db => db.Set<Incident>().Where(i => i.UndoneAt == null).Select(i => i.Id).ToListAsync()))
                        await house.Academy.RunAsync<UndoIncident, Outcome>(u => u.RunAsync(incident, evaluator, CancellationToken.None));
                    break;
            }

            await house.CheckPointsAsync();
            house.Academy.Clock.Advance(TimeSpan.FromDays(1));
            await house.Academy.RunAsync<GiveWeekly>(g => g.RunAsync(CancellationToken.None));
            await house.CheckPointsAsync();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Evaluating_pays_once_however_often_it_is_told(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await house.EvaluatorAsync("Inès");
        var (_, attempt, id) = await house.AppointmentAsync(ines);

        await house.CompleteAsync(id);
        await house.CompleteAsync(id);
        await house.Academy.DeliverAsync();

        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(6);
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(0);
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_pool_gives_once_a_week_and_only_what_it_has(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 5);
        var (a, b) = (await house.HandedInAsync(), await house.HandedInAsync());
        await house.Academy.RunAsync<AcademyDb>(async db =>
        {
            // One point in the pool, for two who have nothing left.
            var rules = house.Release.Rules.Evaluation.Points;
            await new Ledger(db).MoveWhatIsThereAsync(
                PointAccount.OfWork(a.AttemptId), PointAccount.Pool, 1, new Cause(PointReason.CancelledLate, a.AttemptId, null), rules, house.Now, CancellationToken.None);
            await db.SaveChangesAsync();
        });

        await GiveAsync(house);
        await GiveAsync(house);
        var after = await house.PointsAsync(PointAccount.Of(a.LearnerId)) + await house.PointsAsync(PointAccount.Of(b.LearnerId));

        after.ShouldBe(1);
        (await house.PointsAsync(PointAccount.Pool)).ShouldBe(0);
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_gift_does_not_go_to_a_closed_account(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 5);
        var (learner, work) = await house.HandedInAsync();
        await house.CloseAsync(learner);
        await house.Academy.RunAsync<AcademyDb>(async db =>
        {
            await new Ledger(db).MoveWhatIsThereAsync(
                PointAccount.OfWork(work), PointAccount.Pool, 1, new Cause(PointReason.CancelledLate, work, null), house.Release.Rules.Evaluation.Points,
                house.Now, CancellationToken.None);
            await db.SaveChangesAsync();
        });

        await GiveAsync(house);

        (await house.PointsAsync(PointAccount.Of(learner))).ShouldBe(0);
        (await house.PointsAsync(PointAccount.Pool)).ShouldBe(1);
    }

    /// <summary>Several entries of one moment stand on both sides of the end of a page.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_account_is_read_page_by_page_and_shows_each_entry_once(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (learner, rules) = (await house.PersonAsync("Sacha Morel"), house.Release.Rules.Evaluation.Points);
        for (var round = 0; round < 3; round++)
        {
            await house.Academy.RunAsync<AcademyDb>(async db =>
            {
                foreach (var reason in (PointReason[])[PointReason.Absent, PointReason.Silent, PointReason.Evaluated])
                {
                    var (from, to) = reason == PointReason.Evaluated ? (PointAccount.Issue, PointAccount.Of(learner)) : (PointAccount.Of(learner), PointAccount.Pool);
                    await new Ledger(db).MoveWhatIsThereAsync(from, to, 1, new Cause(reason, Guid.CreateVersion7(), null), rules, house.Now, CancellationToken.None);
                }

                await db.SaveChangesAsync();
            });
            if (round == 1) house.Academy.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var all = (await ReadAsync(null, 100)).Lines;
        var paged = new List<PointLine>();
        for (Guid? next = null; paged.Count == 0 || next is not null;)
        {
            var page = await ReadAsync(next, 4);
            paged.AddRange(page.Lines);
            next = page.Next;
        }

        all.Count.ShouldBe(10);
        all[^1].Reason.ShouldBe(PointReason.Welcome);
        paged.ShouldBe(all);
        (await ReadAsync(Guid.CreateVersion7(), 4)).Lines.ShouldBeEmpty("it is nobody's entry");

        Task<PointsView> ReadAsync(Guid? before, int most) =>
            house.Academy.RunAsync<ReadPoints, PointsView>(r => r.OfAsync(learner, before, most, CancellationToken.None));
    }

    private static Task GiveAsync(House house) => house.Academy.RunAsync<GiveWeekly>(g => g.RunAsync(CancellationToken.None));
}
