using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Academy.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Academy.Repositories.Tests.Elsewhere;

/// <summary>Another site with a repository: <c>git http-backend</c> behind https with a certificate of its own.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private OtherSite(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    /// <summary>Works in the folder "work", which pushes to the other site by its path.</summary>
    public GitClient Git { get; } = new();

    public string Certificate => Path.Combine(_folder, "certificate.pem");

    public string Url { get; private set; } = "";

    /// <summary>Paths that were asked for.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Answers in place of git.</summary>
    public Func<HttpContext, Task<bool>> Instead { get; set; } = _ => Task.FromResult(false);

    public string Folder => Path.Combine(_folder, "project.git");

    public static async Task<OtherSite> StartAsync(string branch = "main")
    {
        var folder = Directory.CreateTempSubdirectory("academy-other-").FullName;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var shown = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(shown)));
        var app = builder.Build();
        var site = new OtherSite(app, folder);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        await File.WriteAllTextAsync(site.Certificate, certificate.ExportCertificatePem());
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        site.Url = $"https://localhost:{port}/project.git";

        await site.Git.RunAsync(".", "init", "--quiet", "--bare", $"--initial-branch={branch}", site.Folder);
        await site.Git.RunAsync(".", "clone", "--quiet", site.Folder, "work");
        return site;
    }

    public async Task<string> CommitAsync(string file, string content)
    {
        Git.Write("work", file, content);
        var commit = await Git.CommitAsync("work", $"Change {file}");
        await Git.RunAsync("work", "push", "--quiet", "--force", "origin", "HEAD");
        return commit;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Git.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Asked.Enqueue(http.Request.Path + http.Request.QueryString);
        if (!await Instead(http)) await RunBackendAsync(http);
    }

    // The CGI protocol (RFC 3875), as far as git needs it.
    private async Task RunBackendAsync(HttpContext http)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("http-backend");
        start.Environment["GIT_PROJECT_ROOT"] = _folder;
        start.Environment["GIT_HTTP_EXPORT_ALL"] = "1";
        start.Environment["REQUEST_METHOD"] = http.Request.Method;
        start.Environment["PATH_INFO"] = http.Request.Path;
        start.Environment["QUERY_STRING"] = http.Request.QueryString.ToString().TrimStart('?');
        start.Environment["CONTENT_TYPE"] = http.Request.ContentType ?? "";
        start.Environment["HTTP_CONTENT_ENCODING"] = http.Request.Headers.ContentEncoding.ToString();
        start.Environment["GIT_PROTOCOL"] = http.Request.Headers["Git-Protocol"].ToString();
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        start.Environment["CONTENT_LENGTH"] = body.Length.ToString(CultureInfo.InvariantCulture);

        using var git = Process.Start(start)!;
        var writing = WriteAsync(git, body.ToArray());
        using var output = new MemoryStream();
        await git.StandardOutput.BaseStream.CopyToAsync(output);
        await writing;

        var bytes = output.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in System.Text.Encoding.ASCII.GetString(bytes, 0, end).Split("\r\n").Select(line => line.Split(": ", 2)))
        {
            if (line[0] == "Status") http.Response.StatusCode = int.Parse(line[1].Split(' ')[0], CultureInfo.InvariantCulture);
            else http.Response.Headers[line[0]] = line[1];
        }

        await http.Response.Body.WriteAsync(bytes.AsMemory(end + 4));
    }

    private static async Task WriteAsync(Process git, byte[] body)
    {
        await git.StandardInput.BaseStream.WriteAsync(body);
        git.StandardInput.Close();
    }
}
