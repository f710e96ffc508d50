using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Quartz;
using Quartz.Extensibility;

namespace Academy.Web.Pages.Admin;

[Authorize(KernelPermissions.Operate)]
internal sealed class OperationsModel(AcademyDb db, SettlePoison settle, ISchedulerFactory schedulers, IStringLocalizer texts) : PageModel
{
    private const int Shown = 100;

    public int Waiting { get; private set; }

    public IReadOnlyList<OutboxMessage> Troubled { get; private set; } = [];

    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Waiting = await db.Set<OutboxMessage>().CountAsync(m => !m.IsPoison, ct);
        Troubled = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.Attempts > 0)
            .OrderByDescending(m => m.IsPoison).ThenBy(m => m.Id)
            .Take(Shown)
            .ToListAsync(ct);
        Jobs = await ReadJobsAsync(ct);
    }

    public async Task<IActionResult> OnPostRetryAsync(long id, CancellationToken ct)
    {
        await settle.RetryAsync(id, ct);
        TempData["Flash"] = texts["The event is tried again now."].Value;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDiscardAsync(long id, CancellationToken ct)
    {
        await settle.DiscardAsync(id, ct);
        TempData["Flash"] = texts["The event is given up. Later ones go on."].Value;
        return RedirectToPage();
    }

    private async Task<IReadOnlyList<JobLine>> ReadJobsAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var jobs = new List<JobLine>();
        foreach (var key in await scheduler.GetJobKeys(Quartz.GroupMatcher<JobKey>.AnyGroup(), ct))
        {
            var triggers = await scheduler.GetTriggersOfJob(key, ct);
            jobs.Add(new JobLine(
                key.Name,
                triggers.OfType<IOperableTrigger>().Max(t => t.PreviousFireTimeUtc),
                triggers.OfType<IOperableTrigger>().Min(t => t.NextFireTimeUtc)));
        }

        return [.. jobs.OrderBy(j => j.Name)];
    }
}

internal sealed record JobLine(string Name, DateTimeOffset? Last, DateTimeOffset? Next);
