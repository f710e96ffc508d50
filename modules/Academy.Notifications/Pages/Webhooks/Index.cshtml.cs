using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Notifications.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Pages.Webhooks;

[Authorize(Permissions.ReadWebhooks)]
internal sealed class IndexModel(ReadWebhooks read, ManageWebhooks manage, IStringLocalizer texts) : PageModel
{
    public static readonly WebhookEvent[] Events = [WebhookEvent.GradingFinished, WebhookEvent.EvaluationCompleted, WebhookEvent.ProjectValidated];

    public IReadOnlyList<WebhookLine> Webhooks { get; private set; } = [];

    public Form Input { get; private set; } = new();

    public bool MayManage => User.Has(Role.Operator);

    public async Task OnGetAsync(CancellationToken ct) => Webhooks = await read.AllAsync(ct);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] Form form, CancellationToken ct)
    {
        if (!MayManage) return Forbid();

        Input = form;
        var made = await manage.AddAsync(form.Url, form.Events, ct);
        if (made.Refusal is { } refusal)
        {
            Webhooks = await read.AllAsync(ct);
            return this.Refused(refusal, texts);
        }

        TempData["NewSecret"] = made.Value!.Secret;
        return RedirectToPage("Webhook", new { id = made.Value.Id });
    }

    internal sealed class Form
    {
        public string? Url { get; set; }

        public List<WebhookEvent> Events { get; set; } = [];
    }
}
