using Academy.Repositories.Git;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Serving;

/// <summary>Sends refs and packs: the reading half of the protocol, also the greeting of a push.</summary>
internal sealed class SendFetch(IOptions<RepositoryOptions> options)
{
    /// <summary>What a client may ask for at once: a list of the commits that it has.</summary>
    private const long MaxQuestion = 16 * 1024 * 1024;

    /// <summary>Learners see branches and tags; what the site keeps for itself under refs/ stays hidden.</summary>
    public static IReadOnlyList<(string Key, string Value)> Visible { get; } =
        [("transfer.hideRefs", "refs"), ("transfer.hideRefs", "!refs/heads"), ("transfer.hideRefs", "!refs/tags")];

    private static readonly IReadOnlyList<(string, string)> Config =
        [.. Visible, ("uploadpack.allowFilter", "true"), ("pack.windowMemory", "64m")];

    /// <summary>The refs, and what the server can do.</summary>
    public async Task GreetAsync(HttpContext http, BareRepository repository, string service)
    {
        using var limit = Limit(http);
        await using var git = GitProcess.Start(new GitCommand(repository.Folder, service, "--stateless-rpc", "--http-backend-info-refs", ".")
        {
            Config = Config,
            Environment = GitRequest.Protocol(http.Request),
        });
        git.Input.Close();

        Head(http, $"application/x-git-{service}-advertisement");
        if (service == "receive-pack" || !GitRequest.IsVersion2(http.Request))
        {
            await http.Response.Body.WriteAsync(PktLine.Text($"# service=git-{service}\n"), limit.Token);
            await http.Response.Body.WriteAsync(PktLine.Flush, limit.Token);
        }

        await git.Output.CopyToAsync(http.Response.Body, limit.Token);
        await EnsureSuccessAsync(git, limit.Token);
    }

    public async Task<IResult> RunAsync(HttpContext http, BareRepository repository)
    {
        if (GitRequest.OpenBody(http.Request, MaxQuestion) is not { } question) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        using var limit = Limit(http);
        await using var git = GitProcess.Start(new GitCommand(repository.Folder, "upload-pack", "--stateless-rpc", ".")
        {
            Config = Config,
            Environment = GitRequest.Protocol(http.Request),
        });
        Head(http, "application/x-git-upload-pack-result");
        var asking = AskAsync(question, git, limit.Token);
        await git.Output.CopyToAsync(http.Response.Body, 64 * 1024, limit.Token);
        return await asking is { } wrong && !http.Response.HasStarted ? Results.StatusCode(wrong) : Results.Empty;
    }

    /// <summary>Git may answer while it is still being asked. Null, or what was wrong with the question.</summary>
    private static async Task<int?> AskAsync(Stream question, GitProcess git, CancellationToken ct)
    {
        try
        {
            await question.CopyToAsync(git.Input, ct);
            return null;
        }
        catch (BodyTooLargeException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
        finally
        {
            await git.CloseInputAsync();
        }
    }

    public static void Head(HttpContext http, string contentType)
    {
        http.Response.ContentType = contentType;
        http.Response.Headers.CacheControl = "no-cache, max-age=0, must-revalidate";
    }

    private CancellationTokenSource Limit(HttpContext http)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TransferSeconds));
        return limit;
    }

    private static async Task EnsureSuccessAsync(GitProcess git, CancellationToken ct)
    {
        if (await git.ExitAsync(ct) != 0) throw new GitException($"The refs could not be listed: {await git.ErrorsAsync()}");
    }
}
