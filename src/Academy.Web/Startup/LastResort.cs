using Academy.Kernel.Web;

namespace Academy.Web.Startup;

/// <summary>
/// The answer when even the error page fails, as it does without a database: it knows nobody, reads nothing, and says so in
/// both languages.
/// </summary>
internal sealed class LastResort(RequestDelegate next, ILogger<LastResort> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(failure, "The error page failed, too");
            context.Response.Clear();
            await Answer(ErrorReference.Of(context)).ExecuteAsync(context);
        }
    }

    private static IResult Answer(string reference) => Results.Content(
        $"""
        <!doctype html>
        <html lang="fr">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Quelque chose a cassé de notre côté</title>
        <h1>Quelque chose a cassé de notre côté</h1>
        <p>Ce n’est pas ta faute, et ce que tu as fait avant est gardé. Réessaie dans un instant. Si cela se reproduit, donne-nous ce numéro&nbsp;:</p>
        <p lang="en">Something broke on our side. It is not your fault, and what you did before is kept. Try again in a moment. If it happens again, tell us this number:</p>
        <p><code>{reference}</code></p>
        """,
        "text/html; charset=utf-8",
        statusCode: StatusCodes.Status500InternalServerError);
}
