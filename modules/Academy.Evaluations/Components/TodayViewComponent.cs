using Academy.Evaluations.Appointments;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Evaluations.Components;

/// <summary>On somebody's home: today's appointments, by their own clock, and what is under way.</summary>
internal sealed class TodayViewComponent(ReadAppointments appointments, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid model)
    {
        var user = HttpContext.User;
        if (model != user.Id()) return Content("");

        var today = clock.GetUtcNow().For(user).Date;
        var ahead = await appointments.AheadAsync(model, HttpContext.RequestAborted);
        var todays = ahead.Where(a => a.StartsAt.For(user).Date <= today).ToList();
        return todays.Count == 0 ? Content("") : View("/Pages/Appointments/Today.cshtml", todays);
    }
}
