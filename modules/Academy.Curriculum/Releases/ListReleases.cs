using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Curriculum.Releases;

/// <summary>The releases that were current last, newest first.</summary>
internal sealed class ListReleases(AcademyDb db)
{
    private const int Most = 10;

    public async Task<IReadOnlyList<FrozenRelease>> RunAsync(CancellationToken ct) =>
        await db.Set<FrozenRelease>().OrderByDescending(r => r.ActivatedAt).ThenByDescending(r => r.Id).Take(Most).ToListAsync(ct);
}
