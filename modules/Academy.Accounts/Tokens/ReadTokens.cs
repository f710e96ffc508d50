using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Tokens;

/// <summary>A person's own tokens, newest first.</summary>
internal sealed class ReadTokens(AcademyDb db)
{
    public Task<List<AccessToken>> RunAsync(Guid userId, CancellationToken ct) => db.Set<AccessToken>().AsNoTracking()
        .Where(t => t.UserId == userId).OrderByDescending(t => t.CreatedAt).ToListAsync(ct);
}
