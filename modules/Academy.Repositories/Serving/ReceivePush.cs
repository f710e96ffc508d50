using System.Globalization;
using Academy.Kernel.Permissions;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Academy.Repositories.Pushing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Serving;

/// <summary>Takes a push in: git checks and stores it, then the new head of the graded branch is told, then the client is.</summary>
internal sealed class ReceivePush(
    PushRules rules, RecordPush record, RemoteWords words, IOptions<RepositoryOptions> options, ILogger<ReceivePush> log)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A push that is too large is read to its end, within reason: only then does the client show why it was refused.</summary>
    private const int ReadBeyondLimit = 10;

    public async Task<IResult> RunAsync(HttpContext http, Repository repository, BareRepository bare)
    {
        var limits = options.Value;
        if (GitRequest.OpenBody(http.Request, ReadBeyondLimit * limits.MaxPushMegabytes * Megabyte) is not { } body)
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
        if (commands.Updates.Count > 0) await TakeInAsync(http, repository, bare, commands, body);
        return Results.Empty;
    }

    private async Task TakeInAsync(HttpContext http, Repository repository, BareRepository bare, PushCommands commands, Stream body)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = await words.LanguageOfAsync(http.User.Id(), http.RequestAborted);
        var limits = options.Value;
        var room = Math.Max(limits.MaxRepositoryMegabytes * Megabyte - bare.Size(), 0);
        var movesMain = commands.Updates.Any(u => u.Name == BareRepository.MainRef);
        var pending = movesMain ? await record.BeginAsync(repository.AttemptId, http.User.Id(), http.RequestAborted) : null;

        var answer = new PushAnswer(http.Response.Body, commands.HasSideBand);
        try
        {
            await ServeAsync(bare, commands, body, answer, Math.Min(room, limits.MaxPushMegabytes * Megabyte), http.RequestAborted);
        }
        finally
        {
            // Whatever became of the client: git may have moved the branch.
            var head = pending is null ? null : await RecordAsync(pending);
            await answer.FinishAsync(words.About(repository, commands, answer, head, room), http.RequestAborted);
        }
    }

    private async Task ServeAsync(
        BareRepository bare, PushCommands commands, Stream body, PushAnswer answer, long maxBytes, CancellationToken aborted)
    {
        await using var git = GitProcess.Start(new GitCommand(bare.Folder, "receive-pack", "--stateless-rpc", ".")
        {
            Config = rules.Config(Math.Max(maxBytes, 1)), // 0 would mean: without limit
            Environment = rules.Environment(),
        });

        // Git answers while it still reads. Once everything has arrived, it may finish even if the client has gone.
        using var limit = new CancellationTokenSource();
        var answering = answer.CopyAsync(git.Output, limit.Token);
        try
        {
            await SendAsync(commands, body, git, aborted);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.PushSeconds));
            await answering;
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            answer.TookTooLong = true;
        }
    }

    private static async Task SendAsync(PushCommands commands, Stream body, GitProcess git, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var gitListens = await TryWriteAsync(git.Input, commands.Raw, ct);
        int read;
        while ((read = await body.ReadAsync(buffer, ct)) > 0)
        {
            if (gitListens) gitListens = await TryWriteAsync(git.Input, buffer.AsMemory(0, read), ct);
        }

        await git.CloseInputAsync();
    }

    /// <summary>False when git has stopped reading: it refuses the push, and its answer says why.</summary>
    private static async Task<bool> TryWriteAsync(Stream input, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await input.WriteAsync(bytes, ct);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<string?> RecordAsync(PendingPush pending)
    {
        try
        {
            return await record.RunAsync(pending, isOver: true, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The commit is safe, and so is the note that it has to be told: the job does it.
            log.LogError(e, "The push to the repository of attempt {AttemptId} could not be told; trying again soon", pending.AttemptId);
            return null;
        }
    }
}
