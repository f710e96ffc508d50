using Academy.Accounts.Admin;
using Academy.Accounts.Audit;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Accounts.Pages.Admin;

[Authorize(Permissions.Audit)]
internal sealed class AuditModel(ReadAudit read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SecurityEventKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>This day too.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    public Paged<AuditRow> Found { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct) => Found = await read.RunAsync(
        new AuditFilter(Kind, Person, Midnight(From), Midnight(Until?.AddDays(1))), number, ct);

    /// <summary>The beginning of a day where the reader is.</summary>
    private DateTimeOffset? Midnight(DateOnly? day)
    {
        if (day is null) return null;

        var noon = new DateTimeOffset(day.Value, new TimeOnly(12, 0), TimeSpan.Zero);
        return new DateTimeOffset(day.Value, TimeOnly.MinValue, noon.For(User).Offset).ToUniversalTime();
    }
}
