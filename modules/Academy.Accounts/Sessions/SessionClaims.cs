using System.Security.Claims;

namespace Academy.Accounts.Sessions;

internal static class SessionClaims
{
    /// <summary>The session of a signed-in browser; empty for programs.</summary>
    public static Guid SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(OpenSessions.ClaimType), out var id) ? id : Guid.Empty;
}
