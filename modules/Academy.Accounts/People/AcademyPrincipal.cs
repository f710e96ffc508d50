using System.Security.Claims;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;

namespace Academy.Accounts.People;

/// <summary>An account as the claims that all modules read.</summary>
internal static class AcademyPrincipal
{
    /// <param name="user">The account.</param>
    /// <param name="authentication">Name of the scheme that knows the person.</param>
    /// <param name="more">Scopes of a token, the session of a cookie.</param>
    public static ClaimsPrincipal Of(User user, string authentication, params IEnumerable<Claim> more)
    {
        var identity = new ClaimsIdentity(authentication, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.Name));
        identity.AddClaim(new Claim(LocalTime.ZoneClaim, user.TimeZone));
        foreach (var role in user.Roles.Each())
            identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        identity.AddClaims(more);
        return new ClaimsPrincipal(identity);
    }
}
