using System.Text.RegularExpressions;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Repositories.Git;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Repositories.Hosting;

/// <summary>Makes the repository of an attempt, once. Dying in the middle leaves nothing that the next call could stumble over.</summary>
internal sealed partial class MakeRepository(AcademyDb db, RepositoryStore store, IStringLocalizer texts, TimeProvider clock)
{
    public async Task RunAsync(Guid attemptId, Guid ownerId, string name, string templateFolder, CancellationToken ct)
    {
        if (!Slug().IsMatch(name)) throw new ArgumentException($"\"{name}\" cannot stand in an address.", nameof(name));
        if (await IsMadeAsync(attemptId, ct)) return;

        var repository = store.Of(attemptId);
        if (!Directory.Exists(repository.Folder)) await BuildAsync(repository, name, templateFolder, ct);
        var head = await repository.FindMainAsync(ct) ?? throw new GitException($"The repository of attempt {attemptId} is empty.");

        while (await AddAsync(new Repository(attemptId, ownerId, await FreeNameAsync(ownerId, name, ct), head.Id, clock.GetUtcNow()), ct) is { IsRefused: true })
        {
            // Somebody else was first: with this attempt, or with the name.
            if (await IsMadeAsync(attemptId, ct)) return;
        }
    }

    private Task<bool> IsMadeAsync(Guid attemptId, CancellationToken ct) => db.Set<Repository>().AnyAsync(r => r.AttemptId == attemptId, ct);

    /// <summary>Builds beside, then moves into place: the folder is there whole or not at all.</summary>
    private async Task BuildAsync(BareRepository repository, string name, string templateFolder, CancellationToken ct)
    {
        var draft = store.NewDraft(clock);
        await draft.RunAsync(ct, "init", "--quiet", "--bare", "--template=", $"--initial-branch={BareRepository.MainBranch}", ".");
        await TemplateCommit.WriteAsync(draft, templateFolder, texts["Starting point of {0}", name], clock.GetUtcNow(), ct);

        Directory.CreateDirectory(Path.GetDirectoryName(repository.Folder)!);
        try
        {
            Directory.Move(draft.Folder, repository.Folder);
        }
        catch (IOException) when (Directory.Exists(repository.Folder))
        {
            Directory.Delete(draft.Folder, recursive: true);
        }
    }

    /// <summary>The project's slug, or with a number behind it when this owner has one already.</summary>
    private async Task<string> FreeNameAsync(Guid ownerId, string name, CancellationToken ct)
    {
        var owner = OwnerName.Of(ownerId);
        var taken = await db.Set<Repository>().Where(r => r.Owner == owner && r.Name.StartsWith(name)).Select(r => r.Name).ToListAsync(ct);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? name : $"{name}-{n}").First(n => !taken.Contains(n));
    }

    private async Task<Outcome> AddAsync(Repository repository, CancellationToken ct)
    {
        db.Add(repository);
        var outcome = await db.SaveOrRefuseAsync(Refusals.JustMade, ct);
        if (outcome.IsRefused) db.ChangeTracker.Clear();
        return outcome;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
