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

    /// <returns>False: it is larger than allowed, and not kept.</returns>
    public async Task<bool> KeepAsync(Guid attemptId, Stream video, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var most = options.Value.RecordingMegabytes * 1024L * 1024;
        var coming = $"{PathOf(attemptId)}.{Path.GetRandomFileName()}";
        try
        {
            await using (var file = File.Create(coming))
            {
                var buffer = new byte[81920];
                for (int read; (read = await video.ReadAsync(buffer, ct)) > 0;)
                {
                    if (file.Length + read > most) return false;
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
            }

            // Whole or not at all: a lost connection leaves the earlier one.
            File.Move(coming, PathOf(attemptId), overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(coming);
        }
    }
}
