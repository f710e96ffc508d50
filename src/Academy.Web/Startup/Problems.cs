using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Startup;

/// <summary>
/// What a program reads when no rule of a module refused it but the way it asked: a sentence in its language and a code, as
/// refusals have (RFC 9457), and the reference to tell.
/// </summary>
internal static class Problems
{
    private static readonly Dictionary<int, Refusal> Known = new[]
    {
        new Refusal("malformed", "This is not the JSON that the address takes. Its shape stands in /openapi/v1.json.", StatusCodes.Status400BadRequest),
        new Refusal("not-signed-in", "This address is not open to everybody: send a personal token (Authorization: Bearer …).", StatusCodes.Status401Unauthorized),
        new Refusal("not-open", "Your account, or your token, may not do this.", StatusCodes.Status403Forbidden),
        new Refusal("unknown-address", "There is nothing at this address. All of them stand in /openapi/v1.json.", StatusCodes.Status404NotFound),
        new Refusal("wrong-method", "This address is not asked with this method. The right ones stand in /openapi/v1.json.", StatusCodes.Status405MethodNotAllowed),
        new Refusal("not-json", "Send JSON, and say so: Content-Type: application/json.", StatusCodes.Status415UnsupportedMediaType),
    }.ToDictionary(r => r.Status);

    public static void Complete(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Extensions["reference"] = ErrorReference.Of(http);
        if (!http.Request.Path.StartsWithSegments("/api") || problem.Extensions.ContainsKey("code")) return;
        if (!Known.TryGetValue(problem.Status ?? 0, out var known)) return;

        problem.Title = http.RequestServices.GetRequiredService<IStringLocalizer>().Say(known);
        problem.Extensions["code"] = known.Code;
    }
}
