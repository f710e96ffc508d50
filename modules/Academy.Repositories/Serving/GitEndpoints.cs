using Academy.Contracts.Repositories;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Academy.Repositories.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Repositories.Serving;

/// <summary>Git's smart HTTP protocol (gitprotocol-http): three addresses under each repository.</summary>
internal static class GitEndpoints
{
    private const string Fetch = "git-upload-pack";
    private const string Push = "git-receive-pack";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var git = endpoints.MapGroup("/git/{owner}/{name}.git")
            .RequireAuthorization(Permissions.Read)
            .RequireRateLimiting(RateLimitNames.Api)
            .WithMetadata(new DisableRequestSizeLimitAttribute()) // what a push may bring is counted where it is read
            .AddEndpointFilter(RequireCredentials);
        git.MapGet("/info/refs", GreetAsync);
        git.MapPost($"/{Fetch}", FetchAsync);
        git.MapPost($"/{Push}", PushAsync);
    }

    // Never by cookie: another site could make a signed-in browser send it.
    private static async ValueTask<object?> RequireCredentials(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers.Authorization.Count > 0 ? await next(context) : Results.Challenge();

    private static async Task<IResult> GreetAsync(
        string owner, string name, string? service, HttpContext http, FindRepository find, SendFetch send, RepositoryStore store,
        IEnumerable<IPushWatcher> watchers, IStringLocalizer texts)
    {
        if (service is not (Fetch or Push)) return Say(texts["This address is for the program git: git clone {0}", $"{http.Request.Scheme}://{http.Request.Host}/git/{owner}/{name}.git"], 403);

        var found = await find.RunAsync(owner, name, http.User, toPush: service == Push, http.RequestAborted);
        if (found.IsRefused) return Say(texts.Say(found.Refusal!), found.Refusal!.Status);

        if (service == Push)
        {
            foreach (var watcher in watchers) watcher.PushBegins(found.Value!.AttemptId);
        }

        await send.GreetAsync(http, store.Of(found.Value!.AttemptId), service["git-".Length..]);
        return Results.Empty;
    }

    private static async Task<IResult> FetchAsync(
        string owner, string name, HttpContext http, FindRepository find, SendFetch send, RepositoryStore store, IStringLocalizer texts)
    {
        var found = await find.RunAsync(owner, name, http.User, toPush: false, http.RequestAborted);
        if (found.IsRefused) return Say(texts.Say(found.Refusal!), found.Refusal!.Status);
        if (http.Request.ContentType != $"application/x-{Fetch}-request") return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        return await send.RunAsync(http, store.Of(found.Value!.AttemptId));
    }

    private static async Task<IResult> PushAsync(
        string owner, string name, HttpContext http, FindRepository find, ReceivePush receive, IStringLocalizer texts)
    {
        var found = await find.RunAsync(owner, name, http.User, toPush: true, http.RequestAborted);
        if (found.IsRefused) return Say(texts.Say(found.Refusal!), found.Refusal!.Status);
        if (http.Request.ContentType != $"application/x-{Push}-request") return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        return await receive.RunAsync(http, found.Value!);
    }

    /// <summary>Git shows plain text on the terminal.</summary>
    private static IResult Say(string text, int status) => Results.Text(text + "\n", statusCode: status);
}
