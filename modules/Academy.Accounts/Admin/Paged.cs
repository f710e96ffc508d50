using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Admin;

/// <summary>One page of a long list.</summary>
internal sealed record Paged<T>(IReadOnlyList<T> Items, int Page, int Total)
{
    public const int Size = 50;

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

internal static class Paging
{
    /// <param name="query">Ordered.</param>
    /// <param name="page">From 1; anything else shows the nearest.</param>
    /// <param name="ct">Ends with the request.</param>
    public static async Task<Paged<T>> PageAsync<T>(this IQueryable<T> query, int page, CancellationToken ct)
    {
        var total = await query.CountAsync(ct);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + Paged<T>.Size - 1) / Paged<T>.Size));
        return new Paged<T>(await query.Skip((shown - 1) * Paged<T>.Size).Take(Paged<T>.Size).ToListAsync(ct), shown, total);
    }
}
