namespace Academy.Sandbox.Engine;

/// <summary>A container's settings, in the field names of the Docker Engine API. What is not needed is not given.</summary>
internal static class ContainerSettings
{
    // A learner's program may write in these, and nowhere else; what is in them is gone with the container.
    private static readonly string[] Writable = ["/work", "/tmp", "/report", "/dev/shm", "/dev/mqueue"];

    private const long SharedMemoryBytes = 16 << 20;
    private const int OpenFiles = 1024;

    /// <param name="spec">Its limits.</param>
    /// <param name="image">The image, with its supervisor.</param>
    /// <param name="runtime">The engine's runtime to use; null: its own choice.</param>
    /// <param name="neighbour">The container whose network it shares; null: it has none.</param>
    /// <param name="labels">By which it is found again.</param>
    public static object For(SandboxSpec spec, SupervisedImage image, string? runtime, string? neighbour, IReadOnlyDictionary<string, string> labels) => new
    {
        Image = image.Name,
        Entrypoint = (string[])["/sbin/academy-supervisor", .. Writable],
        Cmd = Array.Empty<string>(),
        User = "1000:1000",
        Hostname = neighbour is null ? "sandbox" : null, // a shared network has its name already
        WorkingDir = "/",
        Labels = labels,
        NetworkDisabled = neighbour is null,
        OpenStdin = true,
        StdinOnce = true, // when our connection closes, so does its standard input
        AttachStdin = true,
        AttachStdout = true,
        AttachStderr = true,
        Healthcheck = new { Test = (string[])["NONE"] },
        HostConfig = new
        {
            Runtime = runtime ?? "",
            NetworkMode = neighbour is null ? "none" : $"container:{neighbour}",
            ReadonlyRootfs = true,
            CapDrop = (string[])["ALL"],
            SecurityOpt = (string[])["no-new-privileges"],
            PidsLimit = spec.Processes + 1, // the supervisor
            Memory = spec.TotalMemoryBytes,
            MemorySwap = spec.TotalMemoryBytes,
            NanoCpus = (long)(spec.Cpus * 1e9),
            Tmpfs = new Dictionary<string, string>(image.Volumes.Select(volume => KeyValuePair.Create(volume, "ro,size=4k,nr_inodes=1")))
            {
                ["/work"] = Disk(spec.DiskBytes, spec.DiskFiles, "exec,mode=0755,uid=1000,gid=1000"),
                ["/tmp"] = Disk(spec.DiskBytes, spec.DiskFiles, "exec,mode=1777,uid=1000,gid=1000"),
                ["/report"] = Disk(spec.DiskBytes, spec.DiskFiles, "noexec,mode=0755,uid=1000,gid=1000"),
                ["/dev/shm"] = Disk(SharedMemoryBytes, spec.DiskFiles, "noexec,mode=1777,uid=1000,gid=1000"),
            },
            Ulimits = (object[])
            [
                new { Name = "core", Soft = 0, Hard = 0 },
                new { Name = "fsize", Soft = spec.DiskBytes, Hard = spec.DiskBytes },
                new { Name = "nofile", Soft = OpenFiles, Hard = OpenFiles },
            ],
            LogConfig = new { Type = "none" },
            IpcMode = "private",
        },
    };

    private static string Disk(long bytes, int files, string options) => $"rw,nosuid,nodev,size={bytes},nr_inodes={files},{options}";
}
