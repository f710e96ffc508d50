using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Academy.Repositories.Pushing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Serving;

/// <summary>Lets git check and store a push, then tells the new head of the graded branch.</summary>
internal sealed class TakeInPush(
    PushRules rules, RecordPush record, RepositoryStore store, IOptions<RepositoryOptions> options, ILogger<TakeInPush> log)
{
    private const long Megabyte = 1024 * 1024;

    /// <param name="attemptId">Whose repository.</param>
    /// <param name="pushedBy">Who pushes.</param>
    /// <param name="commands">What is to move.</param>
    /// <param name="pack">What follows the commands.</param>
    /// <param name="answer">Where git's answer goes.</param>
    /// <param name="aborted">The sender has gone.</param>
    public async Task<TakenIn> RunAsync(
        Guid attemptId, Guid pushedBy, PushCommands commands, Stream pack, PushAnswer answer, CancellationToken aborted)
    {
        var bare = store.Of(attemptId);
        var limits = options.Value;
        var room = Math.Max(limits.MaxRepositoryMegabytes * Megabyte - bare.Size(), 0);
        var movesMain = commands.Updates.Any(u => u.Name == BareRepository.MainRef);
        var pending = movesMain ? await record.BeginAsync(attemptId, pushedBy, aborted) : null;
        string? head = null;
        try
        {
            await ServeAsync(bare, commands, pack, answer, Math.Min(room, limits.MaxPushMegabytes * Megabyte), aborted);
        }
        finally
        {
            // Whatever became of the sender: git may have moved the branch.
            if (pending is not null) head = await RecordAsync(pending);
        }

        return new TakenIn(head, room);
    }

    private async Task ServeAsync(
        BareRepository bare, PushCommands commands, Stream pack, PushAnswer answer, long maxBytes, CancellationToken aborted)
    {
        await using var git = GitProcess.Start(new GitCommand(bare.Folder, "receive-pack", "--stateless-rpc", ".")
        {
            Config = rules.Config(Math.Max(maxBytes, 1)), // 0 would mean: without limit
            Environment = rules.Environment(),
        });

        // Git answers while it still reads. Once everything has arrived, it may finish even if the sender has gone.
        using var limit = new CancellationTokenSource();
        var answering = answer.CopyAsync(git.Output, limit.Token);
        try
        {
            await SendAsync(commands, pack, git, aborted);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.PushSeconds));
            await answering;
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            answer.TookTooLong = true;
        }
    }

    private static async Task SendAsync(PushCommands commands, Stream pack, GitProcess git, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var gitListens = await TryWriteAsync(git.Input, commands.Raw, ct);
        int read;
        while ((read = await pack.ReadAsync(buffer, ct)) > 0)
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

/// <param name="Head">The new commit of the graded branch, if there is one and it was told.</param>
/// <param name="Room">Bytes that the repository had left before.</param>
internal sealed record TakenIn(string? Head, long Room);
