using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Curriculum.Releases;

/// <summary>Takes over the release that the database calls current: after a restart with broken content, or because another process made one.</summary>
internal sealed class FollowRelease(AcademyDb db, PublishedCurriculum curriculum, ILogger<FollowRelease> log)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var id = await db.CurrentReleaseIdAsync(ct);
        if (id is null || id == curriculum.Current?.Id) return;
        try
        {
            curriculum.Use(await curriculum.GetAsync(id, ct));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidDataException)
        {
            log.LogError(e, "Release {ReleaseId} is current but cannot be read", id);
        }
    }
}

internal static class CurrentRelease
{
    public static Task<string?> CurrentReleaseIdAsync(this AcademyDb db, CancellationToken ct) => db.Set<FrozenRelease>()
        .OrderByDescending(r => r.ActivatedAt).ThenByDescending(r => r.Id)
        .Select(r => r.Id)
        .FirstOrDefaultAsync(ct);
}
