using System.Security.Claims;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Progress.Achievements;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Academy.Progress.Api;

internal static class AchievementEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/achievements", async (ClaimsPrincipal user, ReadAchievements read, CancellationToken ct) =>
                Results.Ok((await read.AllAsync(user.Id(), ct)).Select(a => new AchievementAnswer(
                    a.Achievement.Id, a.Achievement.Title.ToString(), a.Achievement.Text.ToString(), a.At, a.Reached, a.Achievement.Count))))
            .RequireRateLimiting(RateLimitNames.Api)
            .WithTags("Achievements")
            .RequirePermission(Permissions.Learn, Scopes.ApiRead)
            .WithSummary("One's own achievements: those earned, newest first, then those to earn")
            .Produces<IEnumerable<AchievementAnswer>>();
}

/// <param name="Id">Of the content.</param>
/// <param name="Title">In the language of the request.</param>
/// <param name="Text">What it takes.</param>
/// <param name="EarnedAt">Null: not yet.</param>
/// <param name="Reached">So many of <paramref name="Count"/>.</param>
/// <param name="Count">What it takes, in numbers.</param>
internal sealed record AchievementAnswer(string Id, string Title, string Text, DateTimeOffset? EarnedAt, int Reached, int Count);
