using System.Text;
using Academy.Kernel.Files;

namespace Academy.Repositories.Git;

/// <summary>A bare repository on disk, read and written through the git program.</summary>
internal sealed record BareRepository(string Folder)
{
    /// <summary>The branch that is graded.</summary>
    public const string MainBranch = "main";

    public const string MainRef = "refs/heads/" + MainBranch;

    private const int MaxChatter = 64 * 1024;
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(20);

    /// <summary>What git prints, at most <paramref name="maxBytes"/>: beyond that git is stopped and the output is cut.</summary>
    /// <exception cref="GitException">Git failed or took too long.</exception>
    public Task<GitOutput> ReadAsync(int maxBytes, CancellationToken ct, params string[] arguments) =>
        ReadAsync(maxBytes, LongestRead, arguments, ct);

    /// <summary>Runs git for its effect.</summary>
    /// <exception cref="GitException">Git failed or took too long.</exception>
    public Task RunAsync(CancellationToken ct, params string[] arguments) => RunAsync(LongestRead, ct, arguments);

    /// <summary>Runs git for its effect, for at most <paramref name="longest"/>.</summary>
    /// <exception cref="GitException">Git failed or took too long.</exception>
    public Task RunAsync(TimeSpan longest, CancellationToken ct, params string[] arguments) => ReadAsync(MaxChatter, longest, arguments, ct);

    /// <summary>Where the graded branch stands; null when it has no commit.</summary>
    public async Task<Commit?> FindMainAsync(CancellationToken ct)
    {
        var output = await ReadAsync(MaxChatter, ct, "for-each-ref", "--format=%(objectname)%00%(contents:subject)", MainRef);
        return Encoding.UTF8.GetString(output.Bytes).TrimEnd('\n').Split('\0') is [var id, var subject] ? new Commit(id, subject) : null;
    }

    /// <summary>Removes lock files and half-received packs of a git that was killed; a lock would refuse every later push.</summary>
    public void RemoveLeftovers(TimeSpan age)
    {
        var folder = new DirectoryInfo(Folder);
        var locks = folder.EnumerateFiles("*.lock", SearchOption.AllDirectories);
        var packs = folder.EnumerateFiles("tmp_*", SearchOption.AllDirectories);
        foreach (var file in locks.Concat(packs).Where(f => f.IsOlderThan(age))) file.Delete();
        var quarantines = new DirectoryInfo(Path.Combine(Folder, "objects")).EnumerateDirectories("tmp_objdir-*");
        foreach (var quarantine in quarantines.Where(d => d.IsOlderThan(age))) quarantine.Delete(recursive: true);
    }

    /// <summary>Bytes of all files of the repository.</summary>
    public long Size() => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(Length);

    private async Task<GitOutput> ReadAsync(int maxBytes, TimeSpan longest, string[] arguments, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(longest);
        try
        {
            await using var git = GitProcess.Start(new GitCommand(Folder, arguments));
            git.Input.Close();
            var output = await ReadAsync(git.Output, maxBytes, limit.Token);
            if (!output.IsCut && await git.ExitAsync(limit.Token) != 0)
                throw new GitException($"git {arguments[0]} failed: {await git.ErrorsAsync()}");

            return output;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new GitException($"git {arguments[0]} took longer than {longest.TotalSeconds} s.");
        }
    }

    // Git may remove a temporary file while we count.
    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    private static async Task<GitOutput> ReadAsync(Stream stream, int maxBytes, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            var room = maxBytes - (int)kept.Length;
            kept.Write(buffer, 0, Math.Min(read, room));
            if (read > room) return new GitOutput(kept.ToArray(), IsCut: true);
        }

        return new GitOutput(kept.ToArray(), IsCut: false);
    }
}

/// <param name="Id">Full object id.</param>
/// <param name="Subject">First paragraph of the message, in one line.</param>
internal sealed record Commit(string Id, string Subject);

/// <param name="Bytes">As git wrote them.</param>
/// <param name="IsCut">There was more.</param>
internal sealed record GitOutput(byte[] Bytes, bool IsCut);
