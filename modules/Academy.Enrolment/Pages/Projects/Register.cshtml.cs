using Academy.Enrolment.Registering;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Enrolment.Pages.Projects;

[Authorize(Permissions.Register)]
internal sealed class RegisterModel(RegisterForProject register, IStringLocalizer texts) : PageModel
{
    public string? Refused { get; private set; }

    /// <summary>The address is for posting; who reloads it after a refusal goes back to the project.</summary>
    public IActionResult OnGet(string slug) => Redirect($"/projects/{Uri.EscapeDataString(slug)}");

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        var outcome = await register.RunAsync(User.Id(), slug, ct);
        if (!outcome.IsRefused) return Redirect($"/attempts/{outcome.Value}");

        Response.StatusCode = outcome.Refusal!.Status;
        if (Response.StatusCode == 404) return NotFound();
        Refused = texts.Say(outcome.Refusal);
        return Page();
    }
}
