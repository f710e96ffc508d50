using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;

namespace Academy.Sandbox.Engine;

/// <summary>
/// Images that are not ours have no supervisor. Each is given one: an image of two lines on top of it, built by the engine when
/// it is first needed, and again when either of the two has changed.
/// </summary>
internal sealed class OwnImages(EngineClient engine) : IDisposable
{
    private const string Ours = "academy/";
    private const string Base = "academy/base";

    /// <summary>On what was built: the image that it was built for.</summary>
    internal const string Label = "academy.own";

    private readonly SemaphoreSlim _building = new(1);
    private readonly ConcurrentDictionary<string, SupervisedImage> _built = new();

    /// <summary>The image to start for this one.</summary>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<SupervisedImage> FindAsync(string image, CancellationToken ct)
    {
        if (image.StartsWith(Ours, StringComparison.Ordinal)) return new SupervisedImage(image, []);

        var (own, supervised) = (await IdAsync(image, ct), await IdAsync(Base, ct));
        var tag = "academy-own:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(own + supervised)))[..32];
        if (_built.TryGetValue(tag, out var found)) return found;

        await _building.WaitAsync(ct);
        try
        {
            if (await engine.ImageIdAsync(tag, ct) is null) await BuildAsync(tag, image, own, supervised, ct);
            return _built[tag] = new SupervisedImage(tag, await engine.VolumesAsync(tag, ct));
        }
        finally
        {
            _building.Release();
        }
    }

    public static SandboxUnavailableException Missing(string image) => new(
        SandboxProblem.ImageMissing,
        image.StartsWith(Ours, StringComparison.Ordinal)
            ? $"The image {image} is not there: \"./academy images\" builds the grading images."
            : $"The image {image} is not there: \"docker pull {image}\" fetches it, if it is a public one.");

    public void Dispose() => _building.Dispose();

    // What was built for an earlier state of the image goes, unless something still runs in it.
    private async Task BuildAsync(string tag, string image, string own, string supervised, CancellationToken ct)
    {
        var label = $"{Label}={image}";
        var old = await engine.TagsAsync(label, ct);
        await engine.BuildAsync(tag, Context(own, supervised, label), ct);
        foreach (var name in old) await engine.RemoveImageAsync(name, ct);
    }

    private async Task<string> IdAsync(string image, CancellationToken ct) => await engine.ImageIdAsync(image, ct) ?? throw Missing(image);

    private static byte[] Context(string own, string supervised, string label)
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            var text = $"FROM {supervised} AS base\nFROM {own}\nCOPY --from=base /sbin/academy-supervisor /sbin/academy-supervisor\nLABEL {label}\n";
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "Dockerfile") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        }

        return archive.ToArray();
    }
}

/// <param name="Name">What the engine calls it.</param>
/// <param name="Volumes">Directories of which it wants volumes: they would be on the machine's disk, without a limit.</param>
internal sealed record SupervisedImage(string Name, IReadOnlyList<string> Volumes);
