namespace Academy.Kernel.Files;

/// <summary>How old files are: by the machine's clock, which stamps them, whatever clock the academy goes by.</summary>
public static class FileAge
{
    /// <summary>Whether nothing was written to it for longer than <paramref name="age"/>.</summary>
    public static bool IsOlderThan(this FileSystemInfo file, TimeSpan age) => file.LastWriteTimeUtc < TimeProvider.System.GetUtcNow() - age;
}
