using System.Diagnostics;

namespace Academy.Testing;

/// <summary>The real git program, as a learner has it: a home of its own, nothing of this machine's configuration.</summary>
public sealed class GitClient : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("academy-git-").FullName;

    /// <summary>Environment of each run, for example LANG.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        ["LC_ALL"] = "C.UTF-8",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_AUTHOR_NAME"] = "Sacha",
        ["GIT_AUTHOR_EMAIL"] = "sacha@example.org",
        ["GIT_COMMITTER_NAME"] = "Sacha",
        ["GIT_COMMITTER_EMAIL"] = "sacha@example.org",
    };

    /// <summary>A path inside the client's home.</summary>
    public string PathOf(params string[] names) => Path.Combine([_home, .. names]);

    /// <summary>Runs git in a folder of the home; what it says, whether it succeeds or not.</summary>
    public Task<GitAnswer> TryAsync(string folder, params string[] arguments) => TryAsync(folder, "", arguments);

    /// <summary>Runs git with something on its standard input.</summary>
    public async Task<GitAnswer> TryAsync(string folder, string input, string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Directory.CreateDirectory(PathOf(folder)).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["HOME"] = _home;
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEndAsync();
        var errors = git.StandardError.ReadToEndAsync();
        await git.StandardInput.WriteAsync(input);
        git.StandardInput.Close();
        await git.WaitForExitAsync();
        return new GitAnswer(git.ExitCode, await output, await errors);
    }

    /// <summary>Runs git and expects success; what it printed.</summary>
    public Task<string> RunAsync(string folder, params string[] arguments) => RunAsync(folder, "", arguments);

    /// <summary>Runs git with something on its standard input and expects success; what it printed.</summary>
    public async Task<string> RunAsync(string folder, string input, string[] arguments)
    {
        var answer = await TryAsync(folder, input, arguments);
        return answer.ExitCode == 0
            ? answer.Output.TrimEnd('\n')
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {answer.Errors}{answer.Output}");
    }

    /// <summary>Writes a file of a work tree.</summary>
    public void Write(string folder, string file, string content)
    {
        var path = PathOf(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Commits everything in a work tree; the new commit's id.</summary>
    public async Task<string> CommitAsync(string folder, string message)
    {
        await RunAsync(folder, "add", "--all");
        await RunAsync(folder, "commit", "--quiet", "--allow-empty", "--message", message);
        return await RunAsync(folder, "rev-parse", "HEAD");
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}

/// <param name="ExitCode">0 is success.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error: progress, "remote:" lines, errors.</param>
public sealed record GitAnswer(int ExitCode, string Output, string Errors);
