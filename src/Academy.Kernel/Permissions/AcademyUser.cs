using System.Security.Claims;
using Academy.Contracts.Enrolment;
using Microsoft.AspNetCore.Authorization;

namespace Academy.Kernel.Permissions;

/// <summary>What a signed-in principal says, in the academy's words.</summary>
public static class AcademyUser
{
    /// <summary>The account of the person. Only called behind a permission.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Guid Id(this ClaimsPrincipal user) =>
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("Nobody is signed in."));

    /// <summary>The roles of the person; none when nobody is signed in.</summary>
    public static Role Roles(this ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Aggregate(Role.None, (roles, claim) =>
            Enum.TryParse<Role>(claim.Value, out var role) ? roles | role : roles);

    /// <summary>Whether the person has at least one of <paramref name="roles"/>.</summary>
    public static bool Has(this ClaimsPrincipal user, Role roles) => (user.Roles() & roles) != Role.None;

    /// <summary>Whether the person has this permission: for what a part of a page, or one of its buttons, asks beyond the page's own.</summary>
    public static async Task<bool> MayAsync(this IAuthorizationService authorization, ClaimsPrincipal user, string permission) =>
        (await authorization.AuthorizeAsync(user, permission)).Succeeded;

    /// <summary>Whether the request came with a personal access token, not with a signed-in browser.</summary>
    public static bool UsesToken(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Scopes.ClaimType);

    /// <summary>Whether the token has this scope; a signed-in browser has every scope.</summary>
    public static bool HasScope(this ClaimsPrincipal user, string scope) =>
        !user.UsesToken()
        || user.HasClaim(Scopes.ClaimType, scope)
        || user.HasClaim(Scopes.ClaimType, Scopes.Everything);

    /// <summary>
    /// Whether the person may read the work of an attempt (repository, gradings): who works on it, and trainers. Evaluators see
    /// it on the page of the defence, and nowhere else.
    /// </summary>
    public static bool MayRead(this ClaimsPrincipal user, AttemptInfo attempt) =>
        user.Identity?.IsAuthenticated == true && (attempt.Has(user.Id()) || user.Has(Role.Trainer));
}
