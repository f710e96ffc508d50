using System.Security.Claims;
using Academy.Contracts.Progress;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Progress.Skills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Academy.Progress.Api;

internal static class LevelEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Level");

        api.MapGet("/level", async (ClaimsPrincipal user, ILearnerProgress progress, CancellationToken ct) =>
                Results.Ok(await progress.LevelAsync(user.Id(), ct)))
            .RequirePermission(Permissions.Learn, Scopes.ApiRead)
            .WithSummary("One's own level and XP")
            .Produces<LevelInfo>();
        api.MapGet("/skills", async (ClaimsPrincipal user, SkillProfile skills, CancellationToken ct) =>
                Results.Ok((await skills.ForAsync(user.Id(), ct)).SelectMany(f => f.Trained.Select(s => new SkillAnswer(
                    f.Framework.Code, s.Skill.Id, s.Skill.Title.ToString(), s.Points, s.Possible, s.Percent)))))
            .RequirePermission(Permissions.Learn, Scopes.ApiRead)
            .WithSummary("What one has shown of each skill that some project trains")
            .Produces<IEnumerable<SkillAnswer>>();
    }
}

/// <param name="Framework">Code of the list that it stands in.</param>
/// <param name="Id">Of the content.</param>
/// <param name="Title">In the language of the request.</param>
/// <param name="Points">Earned so far.</param>
/// <param name="Possible">What all projects give together.</param>
/// <param name="Percent">0 to 100.</param>
internal sealed record SkillAnswer(string Framework, string Id, string Title, int Points, int Possible, int Percent);
