using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Academy.Contracts.Notifications;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Academy.Notifications.Notices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Api;

internal static class NoticeEndpoints
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/notices").RequireRateLimiting(RateLimitNames.Api).WithTags("Notices");

        api.MapGet("", ListAsync)
            .RequirePermission(Permissions.Self, Scopes.ApiRead)
            .WithSummary("One's own notices, newest first; the next page is asked for with the answer's cursor")
            .Produces<NoticesAnswer>();
        api.MapPost("/{id:guid}/read", ReadAsync)
            .RequirePermission(Permissions.Self, Scopes.ApiWrite)
            .WithSummary("Mark a notice as read")
            .Produces(204).ProducesProblem(404);
        api.MapPost("/read", ReadAllAsync)
            .RequirePermission(Permissions.Self, Scopes.ApiWrite)
            .WithSummary("Mark all notices as read")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        ClaimsPrincipal user, ReadNotices read, IStringLocalizer texts, CancellationToken ct, bool? unread = null, Guid? cursor = null,
        [Range(1, Most)] int limit = 30)
    {
        var page = await read.RunAsync(user.Id(), unread, cursor, Math.Clamp(limit, 1, Most), ct);
        return Results.Ok(new NoticesAnswer([.. page.Notices.Select(n => NoticeAnswer.Of(n, texts, user.Zone()))], page.Next));
    }

    private static async Task<IResult> ReadAsync(Guid id, ClaimsPrincipal user, MarkRead mark, IStringLocalizer texts, CancellationToken ct)
    {
        var read = await mark.RunAsync(id, user.Id(), ct);
        return read.IsRefused ? texts.Problem(read.Refusal!) : Results.NoContent();
    }

    private static async Task<IResult> ReadAllAsync(ClaimsPrincipal user, MarkRead mark, CancellationToken ct)
    {
        await mark.AllAsync(user.Id(), ct);
        return Results.NoContent();
    }
}

/// <param name="Items">Newest first.</param>
/// <param name="Cursor">For the next page; null: this was the last.</param>
internal sealed record NoticesAnswer(IReadOnlyList<NoticeAnswer> Items, Guid? Cursor);

/// <param name="Title">In the language of the request.</param>
/// <param name="Link">Path on the site.</param>
internal sealed record NoticeAnswer(Guid Id, NoticeKind Kind, string Title, string? Body, string Link, DateTimeOffset At, DateTimeOffset? ReadAt)
{
    public static NoticeAnswer Of(Notice notice, IStringLocalizer texts, string zone)
    {
        var words = NoticeWords.Of(texts, notice.Title, notice.Body, notice.Args, zone);
        return new NoticeAnswer(notice.Id, notice.Kind, words.Title, words.Body, notice.Link, notice.At, notice.ReadAt);
    }
}
