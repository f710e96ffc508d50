using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Progress.Validating;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Components;

/// <summary>Under the verdict of a validated project: the XP it earned, the level, and what is open now.</summary>
internal sealed class GainViewComponent(AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, ILearnerProgress progress) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid model)
    {
        var ct = HttpContext.RequestAborted;
        if (curriculum.Current is not { } release || await enrolment.FindAsync(model, ct) is not { } attempt) return Content("");

        var learner = attempt.Has(UserClaimsPrincipal.Id()) ? UserClaimsPrincipal.Id() : attempt.LearnerId;
        var result = await db.Set<ProjectResult>().AsNoTracking().SingleOrDefaultAsync(
            r => r.LearnerId == learner && r.ProjectSlug == attempt.ProjectSlug && r.ValidatedAt != null, ct);
        if (result is null) return Content("");

        // Enrolment opens the next projects in a reaction of its own: until then, the page asks again.
        var standing = await enrolment.StandingAsync(learner, ct);
        if (standing.GetValueOrDefault(attempt.ProjectSlug)?.State != ProjectState.Done) return Content("");

        var unlocked = release.Tracks.SelectMany(t => t.Projects)
            .Where(p => p.Requires.Contains(attempt.ProjectSlug) && standing[p.Slug].State != ProjectState.Locked)
            .Select(p => release.Projects[p.Slug])
            .Distinct()
            .ToList();
        return View("/Pages/Progress/Gain.cshtml", new Gain(result.Xp, result.BestPercent, await progress.LevelAsync(learner, ct), unlocked));
    }
}

/// <param name="Xp">Earned by the project in all.</param>
/// <param name="BestPercent">The best mark so far.</param>
/// <param name="Level">Where the learner stands now.</param>
/// <param name="Unlocked">Projects that needed this one and are open.</param>
internal sealed record Gain(int Xp, int BestPercent, LevelInfo Level, IReadOnlyList<Project> Unlocked);
