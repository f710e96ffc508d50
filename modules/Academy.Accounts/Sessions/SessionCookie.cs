using System.Security.Claims;
using Academy.Accounts.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Academy.Accounts.Sessions;

/// <summary>What the cookie scheme does at each request: look the session up; and tell strangers where to sign in.</summary>
internal sealed class SessionCookie(OpenSessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var known = Guid.TryParse(context.Principal?.FindFirstValue(OpenSessions.ClaimType), out var id)
            ? await sessions.FindAsync(id, context.HttpContext.RequestAborted)
            : null;
        if (known is not null)
        {
            context.ReplacePrincipal(known);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Cookie);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/git"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = path.StartsWithSegments("/git") ? Schemes.BasicChallenge : Schemes.Bearer;
            return Task.CompletedTask;
        }

        return base.RedirectToLogin(context);
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
