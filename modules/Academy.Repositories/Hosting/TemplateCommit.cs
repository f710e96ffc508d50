using System.Globalization;
using System.Text;
using Academy.Repositories.Git;

namespace Academy.Repositories.Hosting;

/// <summary>The first commit of a repository: the project's template, as one stream for <c>git fast-import</c>.</summary>
internal static class TemplateCommit
{
    private const string Author = "Academy <academy@academy.invalid>";

    public static async Task WriteAsync(BareRepository repository, string templateFolder, string message, DateTimeOffset now, CancellationToken ct)
    {
        await using var git = GitProcess.Start(new GitCommand(repository.Folder, "fast-import", "--quiet", "--done", "--date-format=raw")
        {
            Config = [("fastimport.unpackLimit", "1")], // one pack: a clone sends it as it is
        });
        try
        {
            await WriteStreamAsync(git.Input, templateFolder, message, now, ct);
        }
        catch (IOException)
        {
            // Git stopped reading: its exit code and its words below say why.
        }

        if (await git.ExitAsync(ct) != 0) throw new GitException($"The template could not be committed: {await git.ErrorsAsync()}");
    }

    private static async Task WriteStreamAsync(Stream stream, string folder, string message, DateTimeOffset now, CancellationToken ct)
    {
        var signature = $"{Author} {now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)} +0000";
        await WriteAsync(stream, $"commit {BareRepository.MainRef}\nauthor {signature}\ncommitter {signature}\n", ct);
        await WriteDataAsync(stream, Encoding.UTF8.GetBytes(message + "\n"), ct);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file.FullName);
            if (file.LinkTarget is not null || !GitNames.IsPath(path)) throw new InvalidDataException($"A template cannot hold {path}.");

            var mode = file.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? "100755" : "100644";
            await WriteAsync(stream, $"M {mode} inline {Quoted(path)}\n", ct);
            await WriteDataAsync(stream, await File.ReadAllBytesAsync(file.FullName, ct), ct);
        }

        await WriteAsync(stream, "done\n", ct);
        await stream.DisposeAsync();
    }

    private static async Task WriteDataAsync(Stream stream, byte[] data, CancellationToken ct)
    {
        await WriteAsync(stream, string.Create(CultureInfo.InvariantCulture, $"data {data.Length}\n"), ct);
        await stream.WriteAsync(data, ct);
        await WriteAsync(stream, "\n", ct);
    }

    private static ValueTask WriteAsync(Stream stream, string text, CancellationToken ct) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);

    private static string Quoted(string path) =>
        $"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
