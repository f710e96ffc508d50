using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Enrolment.Components;

/// <summary>Beside a project's subject: begin it, go on with it, or why it is locked.</summary>
internal sealed class RegistrationViewComponent(ICurriculum curriculum, IEnrolment enrolment) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string model)
    {
        var standing = await enrolment.StandingAsync(UserClaimsPrincipal.Id(), HttpContext.RequestAborted);
        if (!standing.TryGetValue(model, out var here)) return Content("");

        var missing = here.MissingProjects.Select(slug => curriculum.Current!.Projects[slug]).ToList();
        return View("/Pages/Enrolment/Registration.cshtml", new RegistrationPanel(
            model, here, missing, curriculum.Current!.Projects[model].ExamTime));
    }
}

/// <param name="Slug">The project.</param>
/// <param name="Standing">Where the learner stands on it.</param>
/// <param name="Missing">What has to be validated first.</param>
/// <param name="ExamTime">How long the exam lasts; null: no exam.</param>
internal sealed record RegistrationPanel(string Slug, ProjectStanding Standing, IReadOnlyList<Project> Missing, TimeSpan? ExamTime);
