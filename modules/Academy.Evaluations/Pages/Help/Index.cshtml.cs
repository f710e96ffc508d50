using Academy.Evaluations.Helping;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Evaluations.Pages.Help;

[Authorize(Permissions.Help)]
internal sealed class IndexModel(HelpReader read) : PageModel
{
    public HelpQueue Queue { get; private set; } = null!;

    /// <summary>Answered by this mentor, and not solved yet.</summary>
    public IReadOnlyList<HelpLine> Answered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Queue = await read.QueueAsync(ct);
        Answered = await read.OfMentorAsync(User.Id(), ct);
    }
}
