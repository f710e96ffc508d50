using System.Globalization;
using Academy.Kernel.Permissions;
using Academy.Repositories.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Serving;

/// <summary>Answers a push over HTTP, and says on the terminal what became of it.</summary>
internal sealed class ReceivePush(TakeInPush takeIn, RemoteWords words, IOptions<RepositoryOptions> options)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A push that is too large is read to its end, within reason: only then does the client show why it was refused.</summary>
    private const int ReadBeyondLimit = 10;

    public async Task<IResult> RunAsync(HttpContext http, Repository repository)
    {
        if (GitRequest.OpenBody(http.Request, ReadBeyondLimit * options.Value.MaxPushMegabytes * Megabyte) is not { } body)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        PushCommands commands;
        try
        {
            commands = await PushCommands.ReadAsync(body, http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return Results.Text(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }

        SendFetch.Head(http, "application/x-git-receive-pack-result");
        // Before it sends much, a client asks with an empty push whether it may.
        if (commands.Updates.Count == 0) return Results.Empty;

        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = await words.LanguageOfAsync(http.User.Id(), http.RequestAborted);
        var answer = new PushAnswer(http.Response.Body, commands.HasSideBand);
        var taken = await takeIn.RunAsync(repository.AttemptId, http.User.Id(), commands, body, answer, http.RequestAborted);
        await answer.FinishAsync(await words.AboutAsync(repository, commands, answer, taken, http.RequestAborted), http.RequestAborted);
        return Results.Empty;
    }
}
