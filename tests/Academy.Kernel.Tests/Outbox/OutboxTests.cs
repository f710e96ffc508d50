using Academy.Contracts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Kernel.Tests.Outbox;

public sealed class OutboxTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_reaction_is_told(DatabaseProvider provider)
    {
        await using var given = await Given.CreateAsync(provider);

        await given.PublishAsync(new Happened("a", 1));
        await given.DeliverAsync();

        given.Seen.ShouldBe(["first a1", "second a1"], ignoreOrder: true);
        (await given.WaitingAsync()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Events_of_one_aggregate_are_told_in_order(DatabaseProvider provider)
    {
        await using var given = await Given.CreateAsync(provider);
        for (var n = 0; n < 250; n++) await given.PublishAsync(new Happened(n % 2 == 0 ? "even" : "odd", n));

        await given.DeliverAsync();

        given.Seen.Where(s => s.StartsWith("first even", StringComparison.Ordinal))
            .ShouldBe(Enumerable.Range(0, 125).Select(n => $"first even{n * 2}"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_event_without_its_change_is_never_told(DatabaseProvider provider)
    {
        await using var given = await Given.CreateAsync(provider);

        await given.Academy.RunAsync<AcademyDb>(db =>
        {
            db.Publish(new Happened("a", 1), given.Academy.Clock.GetUtcNow());
            return Task.CompletedTask; // the save never comes
        });
        await given.DeliverAsync();

        given.Seen.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_reaction_that_fails_is_tried_again_later_and_holds_back_only_its_own_aggregate(DatabaseProvider provider)
    {
        await using var given = await Given.CreateAsync(provider);
        given.FailsFor = "a";
        await given.PublishAsync(new Happened("a", 1));
        await given.PublishAsync(new Happened("a", 2));
        await given.PublishAsync(new Happened("b", 3));

        await given.DeliverAsync();
        given.Seen.ShouldBe(["second a1", "second a2", "first b3", "second b3"], ignoreOrder: true);

        given.FailsFor = null;
        await given.DeliverAsync();
        given.Seen.Count.ShouldBe(4, "the second try is not due yet");

        given.Academy.Clock.Advance(TimeSpan.FromSeconds(2));
        await given.DeliverAsync();
        given.Seen.Skip(4).ShouldBe(["first a1", "first a2"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_event_that_fails_too_often_waits_for_an_operator(DatabaseProvider provider)
    {
        await using var given = await Given.CreateAsync(provider);
        given.FailsFor = "a";
        await given.PublishAsync(new Happened("a", 1));

        for (var attempt = 0; attempt < OutboxMessage.MaxAttempts + 3; attempt++)
        {
            await given.DeliverAsync();
            given.Academy.Clock.Advance(TimeSpan.FromHours(1));
        }

        var poison = (await given.WaitingAsync()).ShouldHaveSingleItem();
        poison.IsPoison.ShouldBeTrue();
        poison.Attempts.ShouldBe(OutboxMessage.MaxAttempts);
        poison.Error.ShouldNotBeNull().ShouldContain("on purpose");

        given.FailsFor = null;
        await given.Academy.RunAsync<AcademyDb>(async db =>
        {
            (await db.Set<OutboxMessage>().SingleAsync()).Retry(given.Academy.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        await given.DeliverAsync();
        given.Seen.ShouldContain("first a1");
        (await given.WaitingAsync()).ShouldBeEmpty();
    }

    private sealed record Happened(string Aggregate, int Number) : IEvent;

    /// <summary>What the reactions have seen, and for whom they fail.</summary>
    private sealed class Notebook
    {
        public List<string> Seen { get; } = [];

        public string? FailsFor { get; set; }
    }

    private sealed record Given(TestAcademy Academy, Notebook Notebook) : IAsyncDisposable
    {
        public List<string> Seen => Notebook.Seen;

        public string? FailsFor
        {
            set => Notebook.FailsFor = value;
        }

        public static async Task<Given> CreateAsync(DatabaseProvider provider)
        {
            var notebook = new Notebook();
            var academy = await TestAcademy.CreateAsync(provider, services =>
            {
                services.AddSingleton(notebook);
                services.AddReaction<Happened, First>();
                services.AddReaction<Happened, Second>();
            });
            return new Given(academy, notebook);
        }

        public Task PublishAsync(Happened happened) => Academy.RunAsync<AcademyDb>(async db =>
        {
            db.Publish(happened, Academy.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });

        public Task DeliverAsync() => Academy.DeliverAsync();

        public Task<List<OutboxMessage>> WaitingAsync() =>
            Academy.RunAsync<AcademyDb, List<OutboxMessage>>(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());

        public ValueTask DisposeAsync() => Academy.DisposeAsync();
    }

    private sealed class First(Notebook given) : IReaction<Happened>
    {
        public Task RunAsync(Happened happened, CancellationToken ct)
        {
            if (given.FailsFor == happened.Aggregate) throw new InvalidOperationException("Fails on purpose.");
            given.Seen.Add($"first {happened.Aggregate}{happened.Number}");
            return Task.CompletedTask;
        }
    }

    private sealed class Second(Notebook given) : IReaction<Happened>
    {
        public Task RunAsync(Happened happened, CancellationToken ct)
        {
            given.Seen.Add($"second {happened.Aggregate}{happened.Number}");
            return Task.CompletedTask;
        }
    }
}
