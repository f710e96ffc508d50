using System.Collections.Concurrent;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Web;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Tests;

/// <summary>The running site, shared by tests: starting one takes a second.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    internal TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await GitSite.StartSiteAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OnSharedSite : ICollectionFixture<SharedSite>
{
    public const string Name = "One site";
}

/// <summary>A learner's new repository on a running site, a real git client, and a note of what the site told of it.</summary>
internal sealed class GitSite : IAsyncDisposable
{
    public const string Learner = "apprenant@demo.academy";
    public const string OtherLearner = "apprenante2@demo.academy";
    public const string Trainer = "formateur@demo.academy";

    private readonly bool _ownsSite;

    private GitSite(TestSite site, bool ownsSite) => (Site, _ownsSite) = (site, ownsSite);

    public GitClient Git { get; } = new();

    public TestSite Site { get; }

    public Guid Attempt { get; private set; }

    public Person Owner { get; private set; } = null!;

    /// <summary>The address without the host.</summary>
    public string Path { get; private set; } = "";

    public BareRepository Bare => Site.Services.GetRequiredService<RepositoryStore>().Of(Attempt);

    public IReadOnlyList<CommitPushed> Told =>
        [.. Site.Services.GetRequiredService<PushLog>().Told.Where(push => push.AttemptId == Attempt)];

    /// <summary>How often the site was told that a push begins.</summary>
    public int Begun => Site.Services.GetRequiredService<PushLog>().Begun.Count(attempt => attempt == Attempt);

    public static Task<TestSite> StartSiteAsync(params (string Key, string Value)[] settings) => TestSite.StartAsync(
        services => services.AddSingleton<PushLog>().AddSingleton<IPushWatcher>(all => all.GetRequiredService<PushLog>()).AddReaction<CommitPushed, NotePush>(),
        settings);

    /// <summary>A site of its own, with settings of its own.</summary>
    public static async Task<GitSite> StartAsync(params (string Key, string Value)[] settings) =>
        await BeginAsync(new GitSite(await StartSiteAsync(settings), ownsSite: true), "hello");

    /// <summary>A repository of its own on a site that other tests use, too.</summary>
    public static Task<GitSite> OnAsync(SharedSite shared) =>
        BeginAsync(new GitSite(shared.Site, ownsSite: false), $"hello-{Given.Id():N}");

    /// <summary>The address with somebody's name and password (or token) in it.</summary>
    public string UrlFor(string email, string password = DemoOptions.Password) =>
        $"{Site.Address.Scheme}://{Uri.EscapeDataString(email)}:{Uri.EscapeDataString(password)}@{Site.Address.Authority}{Path}";

    /// <summary>Clones as the learner into the folder "work".</summary>
    public Task CloneAsync() => Git.RunAsync(".", "clone", "--quiet", UrlFor(Learner), "work");

    /// <summary>Commits a file and pushes; what the terminal shows.</summary>
    public async Task<GitAnswer> PushAsync(string file, string content)
    {
        Git.Write("work", file, content);
        await Git.CommitAsync("work", $"Change {file}");
        return await Git.TryAsync("work", "push", "origin", "HEAD");
    }

    /// <summary>Waits until so many pushes were told.</summary>
    public async Task<IReadOnlyList<CommitPushed>> ToldAsync(int count)
    {
        await Until.TrueAsync(() => Task.FromResult(Told.Count >= count), $"{count} pushes to be told");
        return Told;
    }

    public async ValueTask DisposeAsync()
    {
        if (_ownsSite) await Site.DisposeAsync();
        Git.Dispose();
    }

    private static async Task<GitSite> BeginAsync(GitSite site, string projectSlug)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        site.Owner = (await scope.ServiceProvider.GetRequiredService<IPeople>().SignInAsync(Learner, DemoOptions.Password, CancellationToken.None))!;
        var template = Directory.CreateDirectory(System.IO.Path.Combine(site.Site.Folder, "template")).FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(template, "README.md"), "# Début\n");

        var release = scope.ServiceProvider.GetRequiredService<ICurriculum>().Current!.Id;
        site.Attempt = await Attempts.BeginAsync(
            scope.ServiceProvider.GetRequiredService<AcademyDb>(), site.Owner.Id, projectSlug, release, TimeProvider.System.GetUtcNow());
        var repositories = scope.ServiceProvider.GetRequiredService<IRepositories>();
        await repositories.EnsureAsync(site.Attempt, site.Owner.Id, "premiers-pas", template, CancellationToken.None);
        site.Path = new Uri((await repositories.CloneUrlAsync(site.Attempt, CancellationToken.None))!).AbsolutePath;
        return site;
    }
}

internal sealed class PushLog : IPushWatcher
{
    private readonly ConcurrentQueue<CommitPushed> _told = new();
    private readonly ConcurrentQueue<Guid> _begun = new();

    public IReadOnlyCollection<CommitPushed> Told => _told;

    public IReadOnlyCollection<Guid> Begun => _begun;

    public void PushBegins(Guid attemptId) => _begun.Enqueue(attemptId);

    public void Add(CommitPushed push) => _told.Enqueue(push);
}

internal sealed class NotePush(PushLog pushes) : IReaction<CommitPushed>
{
    public Task RunAsync(CommitPushed happened, CancellationToken ct)
    {
        pushes.Add(happened);
        return Task.CompletedTask;
    }
}
