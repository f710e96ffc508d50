using Academy.Evaluations.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Evaluations.Pages.Judging;

/// <summary>Appeals and cases that wait, and the audit of every mark.</summary>
[Authorize(Permissions.Judge)]
internal sealed class IndexModel(JudgingReader reader) : PageModel
{
    public JudgingView View { get; private set; } = null!;

    public int Number { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        Number = Math.Clamp(number, 1, 100_000);
        View = await reader.RunAsync(Number, ct);
    }
}
