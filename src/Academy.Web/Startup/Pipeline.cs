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
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            LocalTime.Answering(() => context.User);
            return next(context);
        });
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // Whatever has no endpoint would be closed to everybody; "it does not exist" is what people have to read.
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }

    /// <summary>Whether a program asks, which wants problem details, not a page.</summary>
    private static bool IsProgram(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/git");
}
