using System.ComponentModel.DataAnnotations;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Notifications.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Api;

internal static class WebhookEndpoints
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/webhooks").RequireRateLimiting(RateLimitNames.Api).WithTags("Webhooks");

        api.MapGet("", async (ReadWebhooks read, CancellationToken ct) => Results.Ok((await read.AllAsync(ct)).Select(WebhookAnswerLine.Of)))
            .RequirePermission(Permissions.ReadWebhooks, Scopes.ApiRead)
            .WithSummary("The webhooks")
            .Produces<IReadOnlyList<WebhookAnswerLine>>();
        api.MapGet("/{id:guid}/deliveries", LogAsync)
            .RequirePermission(Permissions.ReadWebhooks, Scopes.ApiRead)
            .WithSummary("What was sent to a webhook, newest first; the next page is asked for with the answer's cursor")
            .Produces<DeliveriesAnswer>()
            .ProducesProblem(404);
        Change(api.MapPost("", async (AddWebhook body, ManageWebhooks manage, IStringLocalizer texts, CancellationToken ct) =>
                Answer(await manage.AddAsync(body.Url, body.Events ?? [], ct), texts)), "Have an address told of events; the answer has the secret, once")
            .Produces<NewWebhook>();
        Change(api.MapPost("/{id:guid}/secret", async (Guid id, ManageWebhooks manage, IStringLocalizer texts, CancellationToken ct) =>
                Answer(await manage.ChangeSecretAsync(id, ct), texts)), "Sign with another secret from now on; the answer has it, once")
            .Produces<NewWebhook>();
        Change(api.MapPost("/{id:guid}/test", async (Guid id, ManageWebhooks manage, IStringLocalizer texts, CancellationToken ct) =>
            Answer(await manage.TestAsync(id, ct), texts)), "Send a test event").Produces(204);
        Change(api.MapPost("/{id:guid}/deliveries/{delivery:guid}/send-again", async (
            Guid id, Guid delivery, ManageWebhooks manage, IStringLocalizer texts, CancellationToken ct) =>
            Answer(await manage.SendAgainAsync(id, delivery, ct), texts)), "Send a delivery again").Produces(204);
        Change(api.MapDelete("/{id:guid}", async (Guid id, ManageWebhooks manage, IStringLocalizer texts, CancellationToken ct) =>
            Answer(await manage.RemoveAsync(id, ct), texts)), "Remove a webhook and its log").Produces(204);
    }

    private static RouteHandlerBuilder Change(RouteHandlerBuilder endpoint, string summary) => endpoint
        .RequirePermission(Permissions.ManageWebhooks, Scopes.ApiWrite)
        .WithSummary(summary)
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> LogAsync(
        Guid id, ReadWebhooks read, IStringLocalizer texts, CancellationToken ct, Guid? cursor = null, [Range(1, Most)] int limit = 30) =>
        await read.LogAsync(id, cursor, Math.Clamp(limit, 1, Most), ct) is { } log
            ? Results.Ok(new DeliveriesAnswer([.. log.Deliveries.Select(DeliveryAnswer.Of)], log.Next))
            : texts.Problem(Refusals.NoSuchWebhook);

    private static IResult Answer(Outcome outcome, IStringLocalizer texts) =>
        outcome.Refusal is { } refusal ? texts.Problem(refusal) : Results.NoContent();

    private static IResult Answer<T>(Outcome<T> outcome, IStringLocalizer texts) =>
        outcome.Refusal is { } refusal ? texts.Problem(refusal) : Results.Ok(outcome.Value);
}

/// <param name="Url">With https.</param>
/// <param name="Events">GradingFinished, EvaluationCompleted, ProjectValidated.</param>
internal sealed record AddWebhook(string Url, IReadOnlyList<WebhookEvent>? Events);

internal sealed record WebhookAnswerLine(
    Guid Id, string Url, IReadOnlyList<WebhookEvent> Events, DateTimeOffset CreatedAt, int Waiting, int Delivered, int GivenUp)
{
    public static WebhookAnswerLine Of(WebhookLine line) => new(
        line.Webhook.Id, line.Webhook.Url, [.. line.Webhook.Subscribed], line.Webhook.CreatedAt, line.Waiting, line.Delivered, line.GivenUp);
}

/// <param name="Items">Newest first.</param>
/// <param name="Cursor">For the next page; null: this was the last.</param>
internal sealed record DeliveriesAnswer(IReadOnlyList<DeliveryAnswer> Items, Guid? Cursor);

/// <param name="DueAt">Of the next try, while it waits.</param>
/// <param name="Status">HTTP status of the last answer; null: there was none.</param>
/// <param name="Response">The beginning of the last answer.</param>
internal sealed record DeliveryAnswer(
    Guid Id, WebhookEvent Event, DeliveryState State, int Tries, DateTimeOffset CreatedAt, DateTimeOffset? TriedAt, DateTimeOffset? DueAt,
    int? Status, string Response)
{
    public static DeliveryAnswer Of(WebhookDelivery d) => new(
        d.Id, d.Event, d.State, d.Tries, d.CreatedAt, d.TriedAt, d.State == DeliveryState.Waiting ? d.DueAt : null, d.Status, d.Response);
}
