using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Academy.Accounts.Passkeys;

/// <summary>Where passkeys.js fetches what it hands to the device. The answers come back with the pages' forms.</summary>
internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var passkeys = endpoints.MapGroup("/account/passkeys").RequireRateLimiting(RateLimitNames.SignIn).AddEndpointFilter(OwnFormsOnlyAsync);

        passkeys.MapPost("/creation-options", async (HttpContext http, AddPasskey add, CancellationToken ct) =>
                Results.Text(await add.OptionsAsync(http.User.Id(), http, ct), "application/json"))
            .RequireAuthorization(Permissions.Self);

        passkeys.MapPost("/request-options", async (HttpContext http, CheckPasskey check) =>
                Results.Text(await check.OptionsAsync(http), "application/json"))
            .AllowAnonymous();
    }

    private static async ValueTask<object?> OwnFormsOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var antiforgery = (IAntiforgery)http.RequestServices.GetService(typeof(IAntiforgery))!;
        return await antiforgery.IsRequestValidAsync(http) ? await next(context) : Results.BadRequest();
    }
}
