using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Components;

/// <summary>On a learner's home: what they handed in, and has nobody to evaluate it as long as they do nothing.</summary>
internal sealed class UnbookedViewComponent(AcademyDb db, ICurriculum curriculum) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid model)
    {
        if (model != HttpContext.User.Id()) return Content("");

        var ct = HttpContext.RequestAborted;
        var works = await db.Set<Work>().AsNoTracking()
            .Where(w => w.CaptainId == model && w.State == WorkState.Waiting && w.Needed > w.Held && !w.IsSearching)
            .Where(w => !db.Set<Recording>().Any(r => r.AttemptId == w.AttemptId))
            .OrderBy(w => w.HandedInAt)
            .ToListAsync(ct);
        var unbooked = new List<(Work Work, Text Project)>();
        foreach (var work in works) unbooked.Add((work, (await curriculum.ProjectOfAsync(work, ct)).Title));
        return unbooked.Count == 0 ? Content("") : View("/Pages/Works/Unbooked.cshtml", unbooked);
    }
}
