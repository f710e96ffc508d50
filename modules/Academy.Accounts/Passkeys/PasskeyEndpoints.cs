using Academy.Accounts.SigningIn;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Academy.Accounts.Passkeys;

/// <summary>Where passkeys.js fetches what it hands to the device. The answers come back with the pages' forms.</summary>
internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var passkeys = endpoints.MapGroup("/account/passkeys").RequireRateLimiting(RateLimitNames.SignIn).RequireOwnForm();

        passkeys.MapPost("/creation-options", async (HttpContext http, AddPasskey add, CancellationToken ct) =>
                Results.Text(await add.OptionsAsync(http.User.Id(), http, ct), "application/json"))
            .RequireAuthorization(Permissions.Self);

        passkeys.MapPost("/request-options", async (HttpContext http, CheckPasskey check) =>
                Results.Text(await check.OptionsAsync(http), "application/json"))
            .AllowAnonymous();
    }
}
