using System.Collections.Concurrent;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Curriculum.Releases;

/// <summary>The releases in memory: the current one, and those that attempts are pinned to.</summary>
internal sealed class PublishedCurriculum(
    ReleaseFolders folders, IOptions<ContentOptions> options, ILogger<PublishedCurriculum> log) : ICurriculum
{
    // A release is about a megabyte; hardly more are in use at a time, and one that was dropped is read again.
    private const int MostInMemory = 32;

    private readonly ConcurrentDictionary<string, Lazy<Task<Release>>> _releases = new();
    private volatile Release? _current;
    private volatile ContentCheck? _lastCheck;

    public Release? Current => _current;

    /// <summary>Null before the first check of this process.</summary>
    public ContentCheck? LastCheck => _lastCheck;

    /// <summary>Held while the content is looked at: a button, a file change and the start may come together.</summary>
    public SemaphoreSlim Publishing { get; } = new(1);

    public async ValueTask<Release> GetAsync(string releaseId, CancellationToken ct)
    {
        if (_current is { } current && current.Id == releaseId) return current;

        var reading = _releases.GetOrAdd(releaseId, id => new(() => Task.Run(() => Read(id), CancellationToken.None)));
        try
        {
            return await reading.Value.WaitAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Somebody may bring the folder back: it is tried again.
            _releases.TryRemove(new(releaseId, reading));
            throw;
        }
        finally
        {
            if (_releases.Count > MostInMemory) _releases.Clear();
        }
    }

    public void Use(Release release) => _current = release;

    public void Tell(ContentCheck check)
    {
        _lastCheck = check;
        foreach (var error in check.Errors) log.LogWarning("Content: {Error}", error);
        if (check.Errors.Count > 0)
            log.LogError("The content in {Folder} has errors; release {ReleaseId} stays current", check.Folder, _current?.Id ?? "(none)");
    }

    private Release Read(string id)
    {
        if (id.Length != 16 || !id.All(char.IsAsciiHexDigitLower) || !Directory.Exists(folders.Of(id)))
            throw new KeyNotFoundException($"There is no release {id}.");
        var files = folders.Open(id) ?? throw new InvalidDataException($"Release {id} is damaged: its files are not those that were frozen.");

        // What was good when it was frozen is read as it is, even if newer rules would refuse it.
        var errors = new ContentErrors();
        var release = ReadContent.Read(files, folders.Of(id), options.Value.KnownImages(), errors);
        foreach (var error in errors.All) log.LogWarning("Release {ReleaseId} would not be accepted today: {Error}", id, error);
        return release;
    }
}
