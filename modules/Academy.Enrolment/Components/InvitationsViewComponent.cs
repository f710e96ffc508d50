using Academy.Enrolment.Teams;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Enrolment.Components;

/// <summary>On a learner's home: teams that wait for an answer.</summary>
internal sealed class InvitationsViewComponent(TeamReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid model) =>
        await reader.InvitationsAsync(UserClaimsPrincipal.Id(), HttpContext.RequestAborted) is { Count: > 0 } invitations
            ? View("/Pages/Enrolment/Invitations.cshtml", invitations)
            : Content("");
}
