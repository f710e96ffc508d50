using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Academy.Web.Startup;

/// <summary>What happens to each request, in order.</summary>
internal static class Pipeline
{
    public static void UseAcademyPipeline(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LastResort>();
        // Around the answers to errors, which are said in the reader's language, too.
        app.UseRequestLocalization();
        app.UseWhen(IsProgram, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !IsProgram(context), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        app.UseRouting();
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            LocalTime.Answering(() => context.User);
            return next(context);
        });
        app.UseRateLimiter();
        app.Use(AnswerOfRouting);
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }

    /// <summary>
    /// Nothing at this address (404), or nothing for this method or kind of content (405, 415: endpoints of routing's own):
    /// closed to everybody as whatever names no permission, where "it does not exist" is what people have to read.
    /// </summary>
    private static Task AnswerOfRouting(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint) return next(context);
        if (context.GetEndpoint()?.RequestDelegate is { } refusal) return refusal(context);

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Whether a program asks, which wants problem details, not a page.</summary>
    private static bool IsProgram(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/git");
}
