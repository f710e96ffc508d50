using System.ComponentModel.DataAnnotations;

namespace Academy.Repositories;

/// <summary>Section "Repositories".</summary>
internal sealed class RepositoryOptions : IValidatableObject
{
    /// <summary>What one push may bring, in MiB as it is sent.</summary>
    [Range(1, 2000)]
    public int MaxPushMegabytes { get; set; } = 20;

    /// <summary>What one repository may take on the disk, in MiB.</summary>
    [Range(1, 20_000)]
    public int MaxRepositoryMegabytes { get; set; } = 100;

    /// <summary>Size of one file of a branch, in MiB.</summary>
    [Range(1, 200)]
    public int MaxFileMegabytes { get; set; } = 10;

    /// <summary>Files of a branch.</summary>
    [Range(1, 100_000)]
    public int MaxFiles { get; set; } = 5000;

    /// <summary>Seconds that git may take to check a push once it has arrived.</summary>
    [Range(5, 3600)]
    public int PushSeconds { get; set; } = 60;

    /// <summary>Seconds that a clone may take: a weak line is no fault, a line that hangs for ever holds a process.</summary>
    [Range(60, 86_400)]
    public int TransferSeconds { get; set; } = 1800;

    /// <summary>Seconds that fetching a repository from elsewhere may take.</summary>
    [Range(5, 3600)]
    public int MirrorSeconds { get; set; } = 120;

    /// <summary>Lets learners link repositories on addresses of the academy's own network, and on any port.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>File with the certificates to trust when a repository elsewhere is read; empty for the machine's own.</summary>
    public string SslCaInfo { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxPushMegabytes > MaxRepositoryMegabytes)
            yield return new ValidationResult("Repositories:MaxPushMegabytes may not be larger than Repositories:MaxRepositoryMegabytes.");
        if (SslCaInfo != "" && !File.Exists(SslCaInfo))
            yield return new ValidationResult("Repositories:SslCaInfo names a file that is not there.");
    }
}
