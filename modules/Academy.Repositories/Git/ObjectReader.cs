using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Academy.Repositories.Git;

/// <summary>Reads objects one after the other through one <c>git cat-file --batch</c>.</summary>
internal sealed class ObjectReader(BareRepository repository) : IAsyncDisposable
{
    private readonly GitProcess _git = GitProcess.Start(new GitCommand(repository.Folder, "cat-file", "--batch"));
    private BufferedStream? _output;

    private BufferedStream Output => _output ??= new BufferedStream(_git.Output, 64 * 1024);

    /// <summary>
    /// The object that <paramref name="name"/> stands for: a full id, or an expression that the site made. Null when there is
    /// none. Its content is left out when it is larger than <paramref name="maxBytes"/>.
    /// </summary>
    public async Task<GitObject?> ReadAsync(string name, long maxBytes, CancellationToken ct)
    {
        await AskAsync([name], ct);
        return await AnswerAsync(maxBytes, ct);
    }

    /// <summary>The contents of many objects, in order; asks ahead, so that git never waits for us.</summary>
    public async IAsyncEnumerable<byte[]> ReadAllAsync(
        IReadOnlyList<string> ids, long maxBytes, [EnumeratorCancellation] CancellationToken ct)
    {
        var asking = AskAsync(ids, ct);
        foreach (var id in ids)
        {
            yield return (await AnswerAsync(maxBytes, ct))?.Content
                ?? throw new GitException($"Object {id} is missing or larger than its tree says.");
        }

        await asking;
    }

    private async Task AskAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            if (name.AsSpan().ContainsAny(' ', '\n')) throw new ArgumentException("A name of an object has no space and no line end.", nameof(names));
            await _git.Input.WriteAsync(Encoding.UTF8.GetBytes(name + "\n"), ct);
        }

        await _git.Input.FlushAsync(ct);
    }

    private async Task<GitObject?> AnswerAsync(long maxBytes, CancellationToken ct)
    {
        // "<id> <type> <size>", or "<name> missing"
        if ((await ReadLineAsync(ct)).Split(' ') is not [var id, var type, var length]) return null;

        var size = long.Parse(length, CultureInfo.InvariantCulture);
        var content = await ReadContentAsync(size, keep: size <= maxBytes, ct);
        return new GitObject(id, type, size, content);
    }

    public ValueTask DisposeAsync() => _git.DisposeAsync();

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count < 8192)
        {
            await Output.ReadExactlyAsync(one, ct);
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]);
            line.Add(one[0]);
        }

        throw new GitException("git cat-file answered with an endless line.");
    }

    private async Task<byte[]?> ReadContentAsync(long size, bool keep, CancellationToken ct)
    {
        var content = keep ? new byte[size] : null;
        if (content is not null) await Output.ReadExactlyAsync(content, ct);
        else await SkipAsync(size, ct);

        await SkipAsync(1, ct); // the line's end behind the content
        return content;
    }

    private async Task SkipAsync(long bytes, CancellationToken ct)
    {
        var buffer = new byte[Math.Min(bytes, 64 * 1024)];
        for (var left = bytes; left > 0;)
        {
            var part = buffer.AsMemory(0, (int)Math.Min(left, buffer.Length));
            await Output.ReadExactlyAsync(part, ct);
            left -= part.Length;
        }
    }
}

/// <param name="Id">Full object id.</param>
/// <param name="Type">blob, tree, commit or tag.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Content">Null when it was too large to keep.</param>
internal sealed record GitObject(string Id, string Type, long Size, byte[]? Content);
