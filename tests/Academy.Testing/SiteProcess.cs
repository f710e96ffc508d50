using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Academy.Web;

namespace Academy.Testing;

/// <summary>The site as a process of its own, which a test can kill as a power cut would.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string[] _settings;
    private Process? _process;

    private SiteProcess(string folder, string[] settings) => (_folder, _settings) = (folder, settings);

    public Uri Address { get; private set; } = null!;

    /// <summary>Resident memory, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="folder">The data folder.</param>
    /// <param name="settings">Command line, for example "--Demo:Enabled=true".</param>
    public static async Task<SiteProcess> StartAsync(string folder, params string[] settings)
    {
        var site = new SiteProcess(folder, settings);
        await site.StartAsync();
        return site;
    }

    public async Task StartAsync()
    {
        // Somebody else may take the free port before the site does.
        for (var tries = 1; !await TryStartAsync(); tries++)
        {
            if (tries == 3) throw new InvalidOperationException("The site did not start.");
        }
    }

    private async Task<bool> TryStartAsync()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            [typeof(Site).Assembly.Location, "--urls", Address.ToString(), $"--Data:Directory={_folder}", .. _settings])
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        // What nobody reads would fill the pipe and stop the site.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var client = new HttpClient { BaseAddress = Address };
        await Until.TrueAsync(
            async () =>
            {
                if (_process.HasExited) return true;
                try
                {
                    return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "the site");
        return !_process.HasExited;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
