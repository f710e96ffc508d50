using System.Diagnostics;
using System.Text.Json;
using Academy.Kernel.Data;
using Academy.Kernel.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Academy.Kernel.Outbox;

/// <summary>Delivers published events to their reactions.</summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, ReactionMap reactions, TimeProvider clock, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PollTime = TimeSpan.FromSeconds(1);
    private const int Batch = 100;

    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TakeLeaseAsync(stoppingToken) && await DeliverDueAsync(stoppingToken)) continue;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The outbox could not be read; trying again");
            }

            await signal.WaitAsync(PollTime, clock, stoppingToken);
        }
    }

    private async Task<bool> TakeLeaseAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var until = now + LeaseTime;
        return await scope.ServiceProvider.GetRequiredService<AcademyDb>().Set<OutboxLease>()
            .Where(l => l.Holder == _holder || l.Until < now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, _holder).SetProperty(l => l.Until, until), ct) == 1;
    }

    /// <summary>Delivers one batch; true when something was delivered, so that there may be more.</summary>
    internal async Task<bool> DeliverDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var now = clock.GetUtcNow();

        // A message waits while an earlier one for the same reaction and aggregate is not delivered.
        var due = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.DueAt <= now && !m.IsPoison)
            .Where(m => !db.Set<OutboxMessage>().Any(e =>
                e.Id < m.Id && e.Reaction == m.Reaction && e.Aggregate == m.Aggregate && (e.IsPoison || e.DueAt > now)))
            .OrderBy(m => m.Id)
            .Take(Batch)
            .ToListAsync(ct);

        var failed = new HashSet<(string, string)>();
        foreach (var message in due.Where(m => !failed.Contains((m.Reaction, m.Aggregate))))
        {
            // A slow reaction must not outlive the lease, or another process would deliver out of order.
            if (clock.GetUtcNow() - now > LeaseTime / 2) return true;
            if (!await DeliverAsync(message, ct)) failed.Add((message.Reaction, message.Aggregate));
        }

        return due.Count > failed.Count;
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        using var activity = AcademyDiagnostics.Activities.StartActivity("outbox deliver");
        activity?.SetTag("academy.reaction", message.Reaction);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var reaction = reactions.Named(message.Reaction)
                ?? throw new InvalidOperationException($"There is no reaction {message.Reaction}.");
            var happened = JsonSerializer.Deserialize(message.Payload, reaction.Event)
                ?? throw new InvalidOperationException("The event is empty.");
            await reaction.RunAsync(scope.ServiceProvider, happened, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            log.LogError(e, "{Reaction} failed on message {MessageId}, attempt {Attempt}", message.Reaction, message.Id, message.Attempts + 1);
            await MarkFailedAsync(message.Id, $"{e.GetType().Name}: {e.Message}", ct);
            return false;
        }

        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteDeleteAsync(ct);
        AcademyDiagnostics.Delivered.Add(1);
        return true;
    }

    private async Task MarkFailedAsync(long messageId, string error, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var message = await db.Set<OutboxMessage>().SingleAsync(m => m.Id == messageId, ct);
        message.Failed(error, clock.GetUtcNow());
        if (message.IsPoison) AcademyDiagnostics.Poisoned.Add(1);
        await db.SaveChangesAsync(ct);
    }
}
