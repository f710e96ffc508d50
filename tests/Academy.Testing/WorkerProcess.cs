using System.Diagnostics;
using Academy.Worker;

namespace Academy.Testing;

/// <summary>A process of Academy.Worker, which a test can kill as a power cut would.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <param name="settings">Command line, for example "--Grading:Worker=one".</param>
    public static WorkerProcess Start(params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(GradingHost).Assembly.Location, .. settings]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // What nobody reads would fill the pipe and stop the worker.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProcess(process);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }
}
