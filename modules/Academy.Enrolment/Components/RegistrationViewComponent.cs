using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Teams;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Enrolment.Components;

/// <summary>Beside a project's subject: begin it, go on with it, or why it is locked and until when; earlier attempts.</summary>
internal sealed class RegistrationViewComponent(ICurriculum curriculum, IEnrolment enrolment, TeamReader teams, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string model)
    {
        var ct = HttpContext.RequestAborted;
        var learnerId = UserClaimsPrincipal.Id();
        var standing = await enrolment.StandingAsync(learnerId, ct);
        if (!standing.TryGetValue(model, out var here)) return Content("");

        var projects = curriculum.Current!.Projects;
        var attempts = (await enrolment.ForLearnerAsync(learnerId, ct)).Where(a => a.ProjectSlug == model).ToList();
        var isEnded = here.OpensAt is not null || here.State == ProjectState.Open;
        var project = projects[model];
        return View("/Pages/Enrolment/Registration.cshtml", new RegistrationPanel(
            project,
            here,
            [.. here.MissingProjects.Select(slug => projects[slug])],
            attempts.FirstOrDefault(),
            [.. attempts.Skip(isEnded ? 0 : 1)],
            project.Team is null ? [] : [.. (await teams.InvitationsAsync(learnerId, ct)).Where(i => i.Project.Slug == model)],
            clock.GetUtcNow()));
    }
}

/// <param name="Project">The project, as it would be begun now.</param>
/// <param name="Standing">Where the learner stands on it.</param>
/// <param name="Missing">What has to be validated first.</param>
/// <param name="Attempt">The newest attempt; null: none yet.</param>
/// <param name="Earlier">Attempts that have ended, newest first.</param>
/// <param name="Invitations">Teams that ask the learner to join.</param>
/// <param name="Now">When the page is shown.</param>
internal sealed record RegistrationPanel(
    Project Project, ProjectStanding Standing, IReadOnlyList<Project> Missing, AttemptInfo? Attempt, IReadOnlyList<AttemptInfo> Earlier,
    IReadOnlyList<Invitation> Invitations, DateTimeOffset Now)
{
    /// <summary>Whether the newest attempt is one of several that the best counts of.</summary>
    public bool IsEvaluated => Earlier.Count > 0;
}
