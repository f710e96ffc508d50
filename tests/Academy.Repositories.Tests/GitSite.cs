using System.Collections.Concurrent;
using Academy.Contracts.Accounts;
using Academy.Contracts.Repositories;
using Academy.Kernel.Outbox;
using Academy.Kernel.Web;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Tests;

/// <summary>The running site with a learner's repository, a real git client, and a note of what the site told.</summary>
internal sealed class GitSite : IAsyncDisposable
{
    public const string Learner = "apprenant@demo.academy";
    public const string OtherLearner = "apprenante2@demo.academy";
    public const string Trainer = "formateur@demo.academy";

    private readonly TestSite _site;

    private GitSite(TestSite site) => _site = site;

    public GitClient Git { get; } = new();

    public TestSite Site => _site;

    public Guid Attempt { get; } = Given.Id();

    public Person Owner { get; private set; } = null!;

    /// <summary>The address without the host.</summary>
    public string Path { get; private set; } = "";

    public BareRepository Bare => _site.Services.GetRequiredService<RepositoryStore>().Of(Attempt);

    public IReadOnlyCollection<CommitPushed> Told => _site.Services.GetRequiredService<PushLog>().Told;

    public static async Task<GitSite> StartAsync(params (string Key, string Value)[] settings)
    {
        var site = new GitSite(await TestSite.StartAsync(
            services => services.AddSingleton<PushLog>().AddReaction<CommitPushed, NotePush>(), settings));
        site.Owner = await site.PersonAsync(Learner);
        var template = Directory.CreateDirectory(System.IO.Path.Combine(site._site.Folder, "template")).FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(template, "README.md"), "# Début\n");

        await using var scope = site._site.Services.CreateAsyncScope();
        var repositories = scope.ServiceProvider.GetRequiredService<IRepositories>();
        await repositories.EnsureAsync(site.Attempt, site.Owner.Id, "premiers-pas", template, CancellationToken.None);
        site.Path = new Uri((await repositories.CloneUrlAsync(site.Attempt, CancellationToken.None))!).AbsolutePath;
        return site;
    }

    /// <summary>The address with somebody's name and password (or token) in it.</summary>
    public string UrlFor(string email, string password = DemoOptions.Password) =>
        $"{_site.Address.Scheme}://{Uri.EscapeDataString(email)}:{Uri.EscapeDataString(password)}@{_site.Address.Authority}{Path}";

    /// <summary>Clones as the learner into the folder "work".</summary>
    public Task CloneAsync() => Git.RunAsync(".", "clone", "--quiet", UrlFor(Learner), "work");

    /// <summary>Commits a file and pushes; what the terminal shows.</summary>
    public async Task<GitAnswer> PushAsync(string file, string content)
    {
        Git.Write("work", file, content);
        await Git.CommitAsync("work", $"Change {file}");
        return await Git.TryAsync("work", "push", "origin", "HEAD");
    }

    public async Task<Person> PersonAsync(string email)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IPeople>().SignInAsync(email, DemoOptions.Password, CancellationToken.None))!;
    }

    /// <summary>Waits until so many pushes were told.</summary>
    public async Task<IReadOnlyCollection<CommitPushed>> ToldAsync(int count)
    {
        await UntilAsync(() => Told.Count >= count);
        return Told;
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition()) await Task.Delay(20, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Git.Dispose();
    }
}

internal sealed class PushLog
{
    private readonly ConcurrentQueue<CommitPushed> _told = new();

    public IReadOnlyCollection<CommitPushed> Told => _told;

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
