using Academy.Curriculum.Loading;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Curriculum.Releases;

/// <summary>Looks at the content folder and, when all is well, freezes it and makes it the current release.</summary>
internal sealed class PublishContent(
    AcademyDb db, PublishedCurriculum curriculum, ReleaseFolders folders, IOptions<ContentOptions> options, TimeProvider clock,
    ILogger<PublishContent> log)
{
    public async Task<ContentCheck> RunAsync(CancellationToken ct)
    {
        await curriculum.Publishing.WaitAsync(ct);
        try
        {
            var check = await CheckAsync(ct);
            curriculum.Tell(check);
            return check;
        }
        finally
        {
            curriculum.Publishing.Release();
        }
    }

    private async Task<ContentCheck> CheckAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var folder = options.Value.Folder();
        var errors = new ContentErrors();
        var files = ReadFolder.Read(folder, errors);
        if (files.Id == curriculum.Current?.Id) return new ContentCheck(now, folder, files.Id, errors.All);

        var release = ReadContent.Read(files, folders.Of(files.Id), options.Value.KnownImages(), errors);
        if (!errors.Any)
        {
            folders.Freeze(files);
            if (await RecordAsync(files.Id, now, ct)) log.LogInformation("Release {ReleaseId} is current", files.Id);
            curriculum.Use(release);
        }

        return new ContentCheck(now, folder, files.Id, errors.All);
    }

    /// <returns>Whether the current release changed.</returns>
    private async Task<bool> RecordAsync(string id, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.CurrentReleaseIdAsync(ct) == id) return false;
        if (await db.Set<FrozenRelease>().SingleOrDefaultAsync(r => r.Id == id, ct) is { } known) known.Activate(now);
        else db.Add(new FrozenRelease(id, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            // Another process with the same content was a moment quicker.
        }

        return true;
    }
}
