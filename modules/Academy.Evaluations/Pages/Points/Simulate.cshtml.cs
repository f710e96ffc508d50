using System.ComponentModel.DataAnnotations;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Points;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Evaluations.Pages.Points;

/// <summary>An operator tries other numbers on what has happened. A GET: it changes nothing, and can be bookmarked.</summary>
[Authorize(Permissions.Simulate)]
internal sealed class SimulateModel(SimulateRules simulate, ICurriculum curriculum) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public PointsForm Input { get; set; } = new();

    public SimulatedRules Now { get; private set; } = null!;

    public SimulatedRules Then { get; private set; } = null!;

    public bool IsChanged { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var real = curriculum.Numbers().Points;
        Input.Start ??= real.Start;
        Input.Cost ??= real.Cost;
        Input.Reward ??= real.Reward;
        Input.Cap ??= real.Cap;
        Input.WeeklyGift ??= real.WeeklyGift;
        var changed = ModelState.IsValid
            ? new PointRules(Input.Start.Value, Input.Cost.Value, Input.Reward.Value, Input.Cap.Value, Input.WeeklyGift.Value)
            : real;
        IsChanged = changed != real;
        (Now, Then) = await simulate.RunAsync(changed, ct);
    }
}

internal sealed class PointsForm
{
    [Range(0, 100)]
    public int? Start { get; set; }

    [Range(0, 20)]
    public int? Cost { get; set; }

    [Range(0, 20)]
    public int? Reward { get; set; }

    [Range(1, 1000)]
    public int? Cap { get; set; }

    [Range(0, 20)]
    public int? WeeklyGift { get; set; }
}
