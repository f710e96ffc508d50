using Academy.Accounts.People;
using Academy.Accounts.SigningIn;
using Academy.Accounts.Tokens;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Api;

internal static class AccountEndpoints
{
    private const int DefaultDays = 90;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Accounts").RequireRateLimiting(RateLimitNames.Api);

        api.MapPost("/tokens", MakeTokenAsync)
            .RequireAuthorization(new AuthorizationPolicyBuilder(Schemes.Basic).RequireAuthenticatedUser()
                // A token may not make another one: it would outlive its own expiry.
                .RequireAssertion(context => !context.User.UsesToken()).Build())
            .WithSummary("Makes a personal access token. HTTP Basic with e-mail address and password.")
            .Produces<MadeToken>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);

        api.MapGet("/me", MeAsync)
            .RequirePermission(Permissions.Self, Scopes.ApiRead)
            .WithSummary("The account that the token speaks for.");
    }

    private static async Task<IResult> MakeTokenAsync(
        TokenRequest body, HttpContext http, MakeToken make, IStringLocalizer texts, CancellationToken ct)
    {
        var name = body.Name?.Trim() ?? "";
        if (name.Length is 0 or > AccessToken.LongestName) return texts.Problem(Refusals.TokenName.With(AccessToken.LongestName));
        if (body.Days is < 1 or > MakeToken.LongestDays) return texts.Problem(Refusals.TokenDays.With(MakeToken.LongestDays));

        var made = await make.RunAsync(http.User.Id(), name, body.Scopes ?? [], body.Days ?? DefaultDays, ct);
        return made.Refusal is { } refusal
            ? texts.Problem(refusal)
            : Results.Created((string?)null, new MadeToken(made.Value!.Id, made.Value.Secret, made.Value.ExpiresAt));
    }

    private static async Task<Me> MeAsync(HttpContext http, AcademyDb db, CancellationToken ct)
    {
        var id = http.User.Id();
        var user = await db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == id, ct);
        return new Me(user.Id, user.Name, user.Email!, [.. http.User.Roles().Each()], user.Language, user.TimeZone);
    }

    /// <param name="Name">Where the token is used, at most 60 characters.</param>
    /// <param name="Scopes">api:read, api:write, git:read, git:write; "*" is all.</param>
    /// <param name="Days">Until it expires: 1 to 366, 90 unless told.</param>
    internal sealed record TokenRequest(string? Name, string[]? Scopes, int? Days);

    /// <param name="Id">The token's number.</param>
    /// <param name="Token">The secret. It is not shown again.</param>
    /// <param name="ExpiresAt">UTC.</param>
    internal sealed record MadeToken(Guid Id, string Token, DateTimeOffset? ExpiresAt);

    internal sealed record Me(Guid Id, string Name, string Email, IReadOnlyList<Role> Roles, string Language, string TimeZone);
}
