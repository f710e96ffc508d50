using System.Diagnostics;

namespace Academy.Repositories.Git;

/// <summary>One run of the git program: an argument list, never a shell string, and nothing of the site's own environment.</summary>
/// <param name="Folder">The bare repository; also the current directory.</param>
/// <param name="Arguments">Command first. Whatever a person chose stands behind an option's "=" or after "--".</param>
internal sealed record GitCommand(string Folder, params string[] Arguments)
{
    /// <summary>Largest piece of memory that git may ask for at once: a small pack can claim to hold a file of terabytes.</summary>
    private const string LargestAllocation = "256m";

    /// <summary>What a repository or a machine may not decide: these win over every configuration file.</summary>
    private static readonly (string Key, string Value)[] Safeguards =
    [
        ("core.hooksPath", "/dev/null"),
        ("core.fsmonitor", "false"),
        ("core.alternateRefsCommand", "true"), // finds no refs elsewhere; there are no alternates
        ("core.attributesFile", "/dev/null"),
        ("core.quotePath", "false"),
        ("core.bigFileThreshold", "16m"),
        ("gc.auto", "0"),
        ("maintenance.auto", "false"),
        ("protocol.allow", "never"),
    ];

    /// <summary>Configuration of this run; wins over the safeguards.</summary>
    public IReadOnlyList<(string Key, string Value)> Config { get; init; } = [];

    /// <summary>Added to the cleared environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_ATTR_NOSYSTEM"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        start.Environment["GIT_LITERAL_PATHSPECS"] = "1";
        start.Environment["GIT_ALLOC_LIMIT"] = LargestAllocation;
        foreach (var (name, value) in Environment) start.Environment[name] = value;

        foreach (var (key, value) in Safeguards.Append(("safe.directory", Folder)).Concat(Config))
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"{key}={value}");
        }

        foreach (var argument in Arguments) start.ArgumentList.Add(argument);
        return start;
    }
}
