using System.Globalization;
using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Outcomes;
using Academy.Repositories.Elsewhere;
using Academy.Repositories.Git;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Academy.Repositories.Tests.Elsewhere;

/// <summary>An academy with a repository that is linked to another site; its operator allows the test's own network.</summary>
internal sealed class Here : IAsyncDisposable
{
    private readonly Guid _attempt = Given.Id();

    private Here(TestAcademy academy) => Academy = academy;

    public TestAcademy Academy { get; }

    public Guid Owner { get; } = Given.Id();

    public BareRepository Bare => Academy.Bare(_attempt);

    public IReadOnlyList<CommitPushed> Told => [.. Academy.Services.GetRequiredService<PushLog>().Told];

    public IEnumerable<string> Drafts => Directory.EnumerateFileSystemEntries(Path.Combine(Academy.Folder, "repositories", "new"));

    public static async Task<Here> StartAsync(
        OtherSite other, DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["Repositories:AllowPrivateAddresses"] = "true", ["Repositories:SslCaInfo"] = other.Certificate };
        foreach (var (key, value) in settings) all[key] = value;

        var here = new Here(await TestAcademy.CreateAsync(
            provider, services => services.AddSingleton<PushLog>().AddReaction<CommitPushed, NotePush>(), [.. all.Select(s => (s.Key, s.Value))]));
        await here.Academy.EnsureAsync(here._attempt, here.Owner);
        var linked = await here.Academy.RunAsync<LinkElsewhere, Outcome>(
            link => link.RunAsync(here._attempt, here.Owner, other.Url, CancellationToken.None));
        linked.IsRefused.ShouldBeFalse();
        return here;
    }

    public Task QueueAsync() => Academy.RunAsync<HandInElsewhere>(async handIn =>
        (await handIn.RunAsync(_attempt, Owner, CancellationToken.None)).IsRefused.ShouldBeFalse());

    public Task<bool> RunNextAsync() => Academy.RunAsync<MirrorNext, bool>(next => next.RunAsync(CancellationToken.None));

    public async Task<Mirroring> HandInAsync()
    {
        await QueueAsync();
        (await RunNextAsync()).ShouldBeTrue();
        await Academy.DeliverAsync();
        Academy.Clock.Advance(TimeSpan.FromSeconds(1));
        return await LatestAsync();
    }

    public Task<Mirroring> LatestAsync() => Academy.RunAsync<AcademyDb, Mirroring>(db =>
        db.Set<Mirroring>().AsNoTracking().OrderByDescending(m => m.RequestedAt).FirstAsync());

    /// <summary>The refusal in the default language.</summary>
    public string Says(Refusal refusal)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        return Academy.Services.GetRequiredService<IStringLocalizer>().Say(refusal);
    }

    public async ValueTask DisposeAsync() => await Academy.DisposeAsync();
}
