using Academy.Enrolment.Teams;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Enrolment.Components;

/// <summary>Beside the page of a team's attempt: who is in it.</summary>
internal sealed class TeamViewComponent(TeamReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid model) =>
        await reader.FindAsync(model, UserClaimsPrincipal.Id(), UserClaimsPrincipal.Has(Role.Trainer), HttpContext.RequestAborted) is { } team
            ? View("/Pages/Enrolment/TeamCard.cshtml", team)
            : Content("");
}
