using Academy.Sandbox.Engine;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>Sandboxes that stand by: quicker to have, and otherwise no different.</summary>
[Collection(nameof(Engine))]
public sealed class WarmSandboxesTests : IDisposable
{
    private static readonly SandboxSpec Spec = new("academy/shell");

    private const long One = (128 + 32) << 20; // what Spec may use

    private readonly string _instance = $"warm-{Guid.CreateVersion7():N}";
    private readonly EngineClient _client = new(Engine.Socket);

    [Fact]
    public async Task The_next_of_the_same_kind_stands_by()
    {
        await using var host = Engine.NewHost(_instance, warm: One);
        await using var first = await host.StartAsync(Spec, default);
        var standingBy = (await UntilAsync(names => names.Count == 2)).Single(name => name != first.Name);

        await using var second = await host.StartAsync(Spec with { Lifetime = TimeSpan.FromSeconds(4) }, default);

        second.Name.ShouldBe(standingBy);
        (await second.RunAsync(Bash("echo well; ls /work"))).Out().ShouldBe("well\n");
        (await second.RunAsync(new SandboxCommand("sleep", "1000"))).Ending.ShouldBe(SandboxEnding.TimedOut);
    }

    [Fact]
    public async Task One_can_be_prepared_before_it_is_needed()
    {
        await using var host = Engine.NewHost(_instance, warm: One);
        host.Prepare(Spec);
        host.Prepare(Spec);
        var prepared = (await UntilAsync(names => names.Count == 1)).Single();

        await using var sandbox = await host.StartAsync(Spec, default);

        sandbox.Name.ShouldBe(prepared);
    }

    [Fact]
    public async Task Another_kind_is_not_taken_and_makes_room_for_itself()
    {
        await using var host = Engine.NewHost(_instance, warm: One);
        host.Prepare(Spec);
        var prepared = (await UntilAsync(names => names.Count == 1)).Single();

        await using var sandbox = await host.StartAsync(Spec with { MemoryBytes = 64 << 20 }, default);

        sandbox.Name.ShouldNotBe(prepared);
        await UntilAsync(names => names.Count == 2 && !names.Contains(prepared));
    }

    [Fact]
    public async Task One_that_the_engine_has_lost_is_replaced()
    {
        await using var host = Engine.NewHost(_instance, warm: One);
        host.Prepare(Spec);
        var prepared = (await UntilAsync(names => names.Count == 1)).Single();
        await _client.RemoveAsync(prepared, default);

        await using var sandbox = await host.StartAsync(Spec, default);

        (await sandbox.RunAsync(Bash("echo well"))).Out().ShouldBe("well\n");
    }

    [Fact]
    public async Task None_stands_by_when_the_host_is_closed()
    {
        await using (var host = Engine.NewHost(_instance, warm: 2 * One))
        {
            host.Prepare(Spec);
            host.Prepare(Spec with { Processes = 10 });
        }

        (await NamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pair_stands_by_as_one()
    {
        await using var host = Engine.NewHost(_instance, warm: 2 * One);
        host.PreparePair(Spec, Spec);
        await UntilAsync(names => names.Count == 2);
        await UntilAsync(_ => host.Status.Single().StartTime > TimeSpan.Zero);

        await using var pair = await host.StartPairAsync(Spec, Spec, default);

        (await pair.Judge.RunAsync(Bash("echo well"))).Out().ShouldBe("well\n");
        host.Status.Single().ShouldSatisfyAllConditions(
            status => status.Image.ShouldBe("academy/shell + academy/shell"),
            status => (status.Running, status.Hits, status.Misses).ShouldBe((1, 1, 0)));
    }

    [Fact]
    public async Task As_many_stand_by_as_are_asked_for_and_never_more_than_the_memory_allows()
    {
        await using var host = Engine.NewHost(_instance, warm: 3 * One);
        for (var i = 0; i < 40; i++) await (await host.StartAsync(Spec, default)).DisposeAsync();
        await host.SettleAsync(default);

        var names = await UntilAsync(names => names.Count >= 2); // one took a while to start, and many were asked for

        names.Count.ShouldBeLessThanOrEqualTo(3);
        var status = host.Status.ShouldHaveSingleItem();
        (status.Running, status.Hits + status.Misses).ShouldBe((0, 40));
        status.Hits.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nothing_stands_by_that_may_use_more_than_there_is()
    {
        await using var host = Engine.NewHost(_instance, warm: One - 1);
        host.Prepare(Spec);

        host.Status.Sum(status => status.Warm).ShouldBe(0);
    }

    [Fact]
    public async Task Two_workers_neither_take_nor_sweep_each_others()
    {
        await using var first = Engine.NewHost(_instance, warm: One);
        await using var second = Engine.NewHost(_instance, warm: One); // even of the same name, by mistake
        first.Prepare(Spec);
        var standing = (await UntilAsync(names => names.Count == 1)).Single();
        await UntilAsync(_ => first.Status.Single().StartTime > TimeSpan.Zero);

        (await second.SweepAsync(default)).ShouldBe(0);
        await using var others = await second.StartAsync(Spec, default);
        others.Name.ShouldNotBe(standing);

        await using var sandbox = await first.StartAsync(Spec, default);
        sandbox.Name.ShouldBe(standing);
    }

    public void Dispose() => _client.Dispose();

    private async Task<IReadOnlyList<string>> NamesAsync() =>
        [.. (await _client.ListAsync([$"academy.instance={_instance}"], default)).Select(container => container.Name)];

    private async Task<IReadOnlyList<string>> UntilAsync(Predicate<IReadOnlyList<string>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var names = await NamesAsync();
            if (condition(names)) return names;
            await Task.Delay(20, patience.Token);
        }
    }
}
