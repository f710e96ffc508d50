using System.Text.Json;
using Academy.Contracts;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Academy.Kernel.Data;

/// <summary>The one database, to which each module contributes its tables.</summary>
public sealed class AcademyDb(
    DbContextOptions<AcademyDb> options, AcademyModules modules, ReactionMap reactions, OutboxSignal signal) : DbContext(options)
{
    // All who may change the same thing may press at the same moment: each time one of them is through.
    private const int MostTries = 8;

    private bool _published;

    /// <summary>
    /// Writes an event in the transaction of the next save: one row for each reaction to it, so that a reaction that fails
    /// is retried by itself.
    /// </summary>
    public void Publish<TEvent>(TEvent happened, DateTimeOffset now) where TEvent : IEvent
    {
        var payload = JsonSerializer.Serialize(happened);
        foreach (var reaction in reactions.For(typeof(TEvent)))
        {
            Add(new OutboxMessage(reaction.Name, happened.Aggregate, payload, now));
            _published = true;
        }
    }

    /// <summary>Saves, or refuses when somebody else changed the same rows or took the same unique place first.</summary>
    public async Task<Outcome> SaveOrRefuseAsync(Refusal refusal, CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return Outcome.Done;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || DatabaseErrors.IsUniqueViolation(e))
        {
            return refusal;
        }
    }

    /// <summary>
    /// Does a change anew, from a fresh read, as long as somebody else has just changed the same rows; at most eight times.
    /// Nothing that was not saved stays tracked.
    /// </summary>
    /// <param name="overtaken">What the change refuses with when somebody was faster.</param>
    /// <param name="change">Reads and saves in this context.</param>
    public async Task<TOutcome> RetryAsync<TOutcome>(Refusal overtaken, Func<Task<TOutcome>> change) where TOutcome : struct, IOutcome
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = await change();
            if (outcome.Refusal?.Code != overtaken.Code) return outcome;

            ChangeTracker.Clear();
            if (tries == MostTries) return outcome;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted) entry.Entity.Version++;
        }

        var changes = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        // Inside an explicit transaction the wake-up comes a moment early; the dispatcher's poll covers that.
        if (_published) signal.Wake();
        _published = false;
        return changes;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save with SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(OutboxMessage.Map);
        modelBuilder.Entity<OutboxLease>(OutboxLease.Map);
        foreach (var module in modules.All)
        {
            var before = modelBuilder.Model.GetEntityTypes().ToHashSet();
            module.BuildModel(modelBuilder);
            foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !before.Contains(e) && !e.IsOwned()))
                entity.SetTableName($"{module.Name}_{entity.ClrType.Name.Split('`')[0]}");
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                modelBuilder.Entity(entity.ClrType).Property<long>(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no type for times: whole microseconds since 1970 sort and compare as numbers.
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
            configurationBuilder.Properties<decimal>().HaveConversion<double>();
        }
        else
        {
            configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        }
    }

    private sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks / TimeSpan.TicksPerMicrosecond - DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerMicrosecond,
        micros => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));
}
