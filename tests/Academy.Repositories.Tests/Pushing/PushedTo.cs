using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Repositories.Git;
using Academy.Repositories.Pushing;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Tests.Pushing;

/// <summary>An academy with one repository whose branch is moved past the site, as git does before the site knows.</summary>
internal sealed class PushedTo : IAsyncDisposable
{
    private readonly GitClient _git = new();
    private readonly Guid _attempt;

    private PushedTo(TestAcademy academy, Guid attempt) => (Academy, _attempt) = (academy, attempt);

    public TestAcademy Academy { get; }

    public BareRepository Bare => Academy.Bare(_attempt);

    public IReadOnlyCollection<CommitPushed> Told => Academy.Services.GetRequiredService<PushLog>().Told;

    public static async Task<PushedTo> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var academy = await TestAcademy.CreateAsync(provider, services => services.AddSingleton<PushLog>().AddReaction<CommitPushed, NotePush>());
        var (attempt, bare) = await academy.RepositoryAsync();
        var pushed = new PushedTo(academy, attempt);
        await pushed._git.RunAsync(".", "clone", "--quiet", bare.Folder, "work");
        return pushed;
    }

    public Task<PendingPush> BeginAsync() =>
        Academy.RunAsync<RecordPush, PendingPush>(record => record.BeginAsync(_attempt, Given.Id(), CancellationToken.None));

    public Task RecordAsync(PendingPush push) =>
        Academy.RunAsync<RecordPush>(record => record.RunAsync(push, isOver: true, CancellationToken.None));

    /// <summary>Commits and pushes straight into the folder.</summary>
    /// <param name="subject">Of the commit.</param>
    /// <param name="forceFrom">"--force" and the commit to start from, or nothing.</param>
    public async Task<string> MoveMainAsync(string subject, params string[] forceFrom)
    {
        if (forceFrom is [_, var start]) await _git.RunAsync("work", "reset", "--quiet", "--hard", start);
        var commit = await _git.CommitAsync("work", subject);
        await _git.RunAsync("work", ["push", "--quiet", .. forceFrom.Take(1), "origin", "HEAD"]);
        return commit;
    }

    public async Task CatchUpAsync()
    {
        await Academy.RunAsync<CatchUpPushes>(catchUp => catchUp.RunAsync(CancellationToken.None));
        await Academy.DeliverAsync();
    }

    public Task<int> PendingAsync() => Academy.RunAsync<AcademyDb, int>(db => db.Set<PendingPush>().CountAsync());

    public async ValueTask DisposeAsync()
    {
        await Academy.DisposeAsync();
        _git.Dispose();
    }
}
