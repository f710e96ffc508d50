using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>
/// Debian's own way to serve Git over HTTP: nginx, fcgiwrap and the stock CGI of git, in a folder and on a port of their own.
/// It asks for a password, as the site does: a git client answers that with a request more.
/// </summary>
internal sealed class GitHttpBackend : IAsyncDisposable
{
    private const string Password = "bench";

    private readonly List<Process> _processes = [];

    private GitHttpBackend(string folder, int port) => (Folder, Address) = (folder, $"http://bench:{Password}@127.0.0.1:{port}");

    /// <summary>Bare repositories are put here.</summary>
    public string Folder { get; }

    public string Address { get; }

    public static async Task<GitHttpBackend> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("academy-backend-").FullName;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var server = new GitHttpBackend(folder, port);
        var socket = Path.Combine(folder, "fcgi.sock");
        await File.WriteAllTextAsync(Path.Combine(folder, "passwords"), $"bench:{{PLAIN}}{Password}\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nginx.conf"),
            $$"""
            user root;
            daemon off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { }
            http {
              access_log off;
              client_max_body_size 100m;
              server {
                listen 127.0.0.1:{{port}};
                auth_basic git;
                auth_basic_user_file {{folder}}/passwords;
                location / {
                  include /etc/nginx/fastcgi_params;
                  fastcgi_param SCRIPT_FILENAME /usr/lib/git-core/git-http-backend;
                  fastcgi_param GIT_HTTP_EXPORT_ALL 1;
                  fastcgi_param GIT_PROJECT_ROOT {{folder}};
                  fastcgi_param PATH_INFO $uri;
                  fastcgi_param GIT_PROTOCOL $http_git_protocol;
                  fastcgi_pass unix:{{socket}};
                }
              }
            }
            """);
        server.Start("/usr/sbin/fcgiwrap", "-c", "4", "-s", $"unix:{socket}");
        await Until.TrueAsync(() => Task.FromResult(File.Exists(socket)), "fcgiwrap");
        server.Start("/usr/sbin/nginx", "-c", Path.Combine(folder, "nginx.conf"), "-p", folder);
        await Until.TrueAsync(() => Task.FromResult(File.Exists(Path.Combine(folder, "nginx.pid"))), "nginx");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private void Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _processes.Add(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start."));
    }
}
