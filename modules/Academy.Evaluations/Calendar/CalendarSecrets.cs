using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Calendar;

/// <summary>Makes and takes away the address of a calendar. It is shown once, like a token; a new one replaces it.</summary>
internal sealed class CalendarSecrets(AcademyDb db, TimeProvider clock)
{
    /// <returns>The secret part of the new address.</returns>
    public async Task<Outcome<string>> RenewAsync(Guid personId, CancellationToken ct)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        var feed = await db.FindAsync<CalendarFeed>([personId], ct);
        if (feed is null) db.Add(new CalendarFeed(personId, Hash(secret), clock.GetUtcNow()));
        else feed.Renew(Hash(secret), clock.GetUtcNow());
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        return saved.IsRefused ? saved.Refusal! : secret;
    }

    public Task RevokeAsync(Guid personId, CancellationToken ct) =>
        db.Set<CalendarFeed>().Where(f => f.PersonId == personId).ExecuteDeleteAsync(ct);

    public async Task<DateTimeOffset?> SinceAsync(Guid personId, CancellationToken ct) =>
        await db.Set<CalendarFeed>().Where(f => f.PersonId == personId).Select(f => (DateTimeOffset?)f.MadeAt).SingleOrDefaultAsync(ct);

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
