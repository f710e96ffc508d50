using System.Globalization;
using Academy.Evaluations.Trends;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Evaluations.Pages.Trends;

/// <summary>How I evaluate. There is no address at which somebody else's could be read.</summary>
[Authorize(Permissions.Meet)]
internal sealed class MineModel(ReadTrend trend) : PageModel
{
    public TrendView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await trend.RunAsync(User.Id(), ct);

    /// <summary>"octobre 2026", or "octobre 2026 – novembre 2026".</summary>
    public static string MonthsOf(TrendPeriod period)
    {
        var (from, to) = (Month(period.From), Month(period.To));
        return from == to ? from : $"{from} – {to}";
    }

    private static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
}
