using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Academy.Repositories.Git;

/// <summary>Git at work. Disposing ends it, whatever it is doing.</summary>
internal sealed class GitProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private GitProcess(Process process)
    {
        _process = process;
        _errors = ReadStartAsync(process.StandardError.BaseStream);
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <exception cref="GitException">There is no git program.</exception>
    public static GitProcess Start(GitCommand command)
    {
        try
        {
            return new GitProcess(Process.Start(command.ToStartInfo())!);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new GitException($"The program git could not be started: {e.Message}");
        }
    }

    /// <summary>Tells git that there is no more to read.</summary>
    public async ValueTask CloseInputAsync()
    {
        try
        {
            await Input.DisposeAsync();
        }
        catch (IOException)
        {
            // Git has gone already; its exit code says why.
        }
    }

    /// <summary>Waits for the end; 0 is success.</summary>
    public async Task<int> ExitAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>The beginning of what git said about its failure.</summary>
    public Task<string> ErrorsAsync() => _errors;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // A kind signal first: git removes its lock files, which would otherwise refuse every later push.
            _ = kill(_process.Id, Terminate);
            if (!await ExitsWithinAsync(Patience)) _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<bool> ExitsWithinAsync(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<string> ReadStartAsync(Stream stream)
    {
        var kept = new byte[4096];
        var length = await stream.ReadAtLeastAsync(kept, kept.Length, throwOnEndOfStream: false);
        // The rest is read away: a full pipe would stop git.
        if (length == kept.Length) await stream.CopyToAsync(Stream.Null);
        return Encoding.UTF8.GetString(kept, 0, length).Trim();
    }

    [DllImport("libc")]
    private static extern int kill(int pid, int signal);
}

/// <summary>Git failed where it should not have: a bug, a full disk, a damaged repository.</summary>
internal sealed class GitException(string message) : Exception(message);
