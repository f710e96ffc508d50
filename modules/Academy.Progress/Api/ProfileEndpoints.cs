using System.Security.Claims;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Progress.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Progress.Api;

internal static class ProfileEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/profile").RequireRateLimiting(RateLimitNames.Api).WithTags("Profile");

        api.MapGet("", Read)
            .RequirePermission(Permissions.Learn, Scopes.ApiRead)
            .WithSummary("One's own public profile: whether it is on, and what it shows")
            .Produces<ProfileAnswer>();
        api.MapPut("", Write)
            .RequirePermission(Permissions.Learn, Scopes.ApiWrite)
            .WithSummary("Switch one's public profile on with these choices, or off")
            .Produces<ProfileAnswer>().ProducesProblem(400).ProducesProblem(409);
    }

    private static async Task<IResult> Read(ClaimsPrincipal user, ReadProfile read, SiteAddress site, CancellationToken ct)
    {
        var own = await read.OwnAsync(user.Id(), ct);
        return Results.Ok(new ProfileAnswer(
            own.IsOn, own.IsOn ? site.Of($"/p/{own.Address}") : null, own.Wish.Address ?? "", own.Wish.Name,
            own.Wish.ShowsSkills, own.Wish.ShowsProjects, own.Wish.ShowsAchievements, own.Wish.IsFindable));
    }

    private static async Task<IResult> Write(
        ProfileChange wish, ClaimsPrincipal user, ChangeProfile change, ReadProfile read, SiteAddress site, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = wish.IsOn ? await change.ShowAsync(user.Id(), wish.Wish, ct) : await change.HideAsync(user.Id(), ct);
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : await Read(user, read, site, ct);
    }
}

/// <param name="IsOn">Everybody can see it; when false, the rest changes nothing.</param>
/// <param name="Address">The last part of its address: 3 to 40 letters, digits and hyphens. The proposed one says the name: with initials it becomes another one.</param>
/// <param name="Name">How the learner is called.</param>
/// <param name="ShowsSkills">Skills are shown.</param>
/// <param name="ShowsProjects">Validated projects are shown.</param>
/// <param name="ShowsAchievements">Achievements are shown.</param>
/// <param name="IsFindable">Search engines may find it.</param>
internal sealed record ProfileChange(
    bool IsOn, string? Address, ShownName Name, bool ShowsSkills, bool ShowsProjects, bool ShowsAchievements, bool IsFindable)
{
    internal ProfileWish Wish => new(Address, Name, ShowsSkills, ShowsProjects, ShowsAchievements, IsFindable);
}

/// <param name="IsOn">Everybody can see it.</param>
/// <param name="Url">Where; null while it is off.</param>
/// <param name="Address">Chosen, or proposed.</param>
/// <param name="Name">How the learner is called.</param>
/// <param name="ShowsSkills">Skills are shown.</param>
/// <param name="ShowsProjects">Validated projects are shown.</param>
/// <param name="ShowsAchievements">Achievements are shown.</param>
/// <param name="IsFindable">Search engines may find it.</param>
internal sealed record ProfileAnswer(
    bool IsOn, string? Url, string Address, ShownName Name, bool ShowsSkills, bool ShowsProjects, bool ShowsAchievements, bool IsFindable);
