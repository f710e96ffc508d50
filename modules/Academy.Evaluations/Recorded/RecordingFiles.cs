using Academy.Kernel.Data;
using Microsoft.Extensions.Options;

namespace Academy.Evaluations.Recorded;

/// <summary>Videos of defences, one for each attempt, in the academy's folder of files.</summary>
internal sealed class RecordingFiles(IOptions<DataOptions> data, IOptions<EvaluationsOptions> options)
{
    /// <summary>What browsers play, and nothing that they would run.</summary>
    public static IReadOnlySet<string> Types { get; } = new HashSet<string> { "video/mp4", "video/webm" };

    private string Folder => Path.Combine(data.Value.Folder(), "recordings");

    public string PathOf(Guid attemptId) => Path.Combine(Folder, attemptId.ToString("N"));

    public void Forget(Guid attemptId)
    {
        if (File.Exists(PathOf(attemptId))) File.Delete(PathOf(attemptId));
    }

    /// <summary>Takes it in beside the one that is there.</summary>
    /// <returns>Null: it is larger than allowed.</returns>
    public async Task<ReceivedVideo?> ReceiveAsync(Guid attemptId, Stream video, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var most = options.Value.RecordingMegabytes * 1024L * 1024;
        var received = new ReceivedVideo($"{PathOf(attemptId)}.{Path.GetRandomFileName()}", PathOf(attemptId));
        var isWhole = false;
        try
        {
            await using var file = File.Create(received.Path);
            var buffer = new byte[81920];
            for (int read; (read = await video.ReadAsync(buffer, ct)) > 0;)
            {
                if (file.Length + read > most) return null;
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            isWhole = true;
            return received;
        }
        finally
        {
            if (!isWhole) received.Dispose();
        }
    }
}

/// <summary>A video that has arrived whole. Unless it is kept, it goes; a lost connection leaves the earlier one.</summary>
internal sealed class ReceivedVideo(string path, string kept) : IDisposable
{
    public string Path => path;

    public void Keep() => File.Move(path, kept, overwrite: true);

    public void Dispose() => File.Delete(path);
}
