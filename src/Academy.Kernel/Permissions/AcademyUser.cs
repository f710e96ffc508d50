using System.Security.Claims;

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

    /// <summary>Whether the request came with a personal access token, not with a signed-in browser.</summary>
    public static bool UsesToken(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == Scopes.ClaimType);

    /// <summary>Whether the token has this scope; a signed-in browser has every scope.</summary>
    public static bool HasScope(this ClaimsPrincipal user, string scope) =>
        !user.UsesToken()
        || user.HasClaim(Scopes.ClaimType, scope)
        || user.HasClaim(Scopes.ClaimType, Scopes.Everything);

    /// <summary>
    /// Whether the person may read a learner's work (repository, gradings): the learner, and trainers. Evaluators of the work are
    /// added where evaluations are.
    /// </summary>
    public static bool MayReadWorkOf(this ClaimsPrincipal user, Guid learnerId) =>
        user.Identity?.IsAuthenticated == true && (user.Id() == learnerId || user.Has(Role.Trainer));
}
