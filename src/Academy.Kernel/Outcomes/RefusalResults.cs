using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Kernel.Outcomes;

/// <summary>Shows refusals: on a form, or as problem details (RFC 9457).</summary>
public static class RefusalResults
{
    /// <summary>The refusal in the reader's language, its moments in the reader's time zone.</summary>
    public static string Say(this IStringLocalizer texts, Refusal refusal) =>
        texts[refusal.Text, [.. refusal.Args.Select(arg => arg is DateTimeOffset moment ? moment.ForReader().Written() : arg)]];

    /// <summary>The page once more, with the refusal above its form or at <paramref name="field"/>, and its status.</summary>
    public static PageResult Refused(this PageModel page, Refusal refusal, IStringLocalizer texts, string field = "")
    {
        page.ModelState.AddModelError(field, texts.Say(refusal));
        page.Response.StatusCode = refusal.Status;
        return page.Page();
    }

    /// <summary>The refusal as the API's answer.</summary>
    public static IResult Problem(this IStringLocalizer texts, Refusal refusal) => Results.Problem(
        title: texts.Say(refusal),
        statusCode: refusal.Status,
        extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });
}
