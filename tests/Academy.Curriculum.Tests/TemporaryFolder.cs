namespace Academy.Curriculum.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("academy-folder-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
