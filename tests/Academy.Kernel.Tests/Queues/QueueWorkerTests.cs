using Academy.Kernel.Queues;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Academy.Kernel.Tests.Queues;

public sealed class QueueWorkerTests
{
    [Fact]
    public async Task Goes_on_after_one_that_gave_up_waiting_by_itself()
    {
        var work = new Work();
        await using var services = new ServiceCollection().AddSingleton(work).BuildServiceProvider();
        var waked = new Waked();
        using var worker = new Worker(services.GetRequiredService<IServiceScopeFactory>(), waked);

        await worker.StartAsync(CancellationToken.None);
        await Until.TrueAsync(
            () =>
            {
                waked.Wake();
                return Task.FromResult(work.Taken > 20);
            },
            "more than the first ones");

        await worker.StopAsync(CancellationToken.None);
    }

    private sealed class Worker(IServiceScopeFactory scopes, WakeUp wakeUp)
        : QueueWorker<Work>(scopes, wakeUp, TimeSpan.FromMinutes(1), TimeProvider.System, NullLogger.Instance);

    /// <summary>Gives up each time, as a program on the network does that waited too long.</summary>
    private sealed class Work : ITakeNext
    {
        private int _taken;

        public int Taken => _taken;

        public Task<bool> RunAsync(CancellationToken ct)
        {
            Interlocked.Increment(ref _taken);
            throw new TaskCanceledException("Waited too long.");
        }
    }

    private sealed class Waked : WakeUp;
}
