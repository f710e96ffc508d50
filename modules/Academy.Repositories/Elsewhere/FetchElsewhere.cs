using System.Globalization;
using System.Text;
using Academy.Kernel.Outcomes;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Academy.Repositories.Serving;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Elsewhere;

/// <summary>
/// Fetches a repository from another site into a draft, where it can harm nobody, and pushes it from there: the same rules
/// and limits hold as for a learner's own push.
/// </summary>
internal sealed class FetchElsewhere(RepositoryStore store, TakeInPush takeIn, IOptions<RepositoryOptions> options, TimeProvider clock)
{
    private const string Draft = "refs/heads/fetched";
    private const int MaxRefList = 64 * 1024;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>The commit that was handed in.</summary>
    public async Task<Outcome<string>> RunAsync(Guid attemptId, string url, Guid requestedBy, CancellationToken ct)
    {
        // Checked anew: the operator may have changed the setting, and names change their addresses.
        var allowPrivate = options.Value.AllowPrivateAddresses;
        var address = ElsewhereAddress.Parse(url, allowPrivate);
        if (address.IsRefused) return address.Refusal!;
        var addresses = await address.Value!.ResolveAsync(allowPrivate, ct);
        if (addresses.IsRefused) return addresses.Refusal!;

        var bare = store.Of(attemptId);
        var head = (await bare.FindMainAsync(ct))?.Id ?? throw new GitException("The repository has no main branch.");
        var draft = store.NewDraft(clock);
        try
        {
            await PrepareAsync(draft, bare, head, ct);
            var site = new OtherSite(draft, address.Value, Config(address.Value.Pin(addresses.Value!)));
            var fetched = await FetchAsync(site, ct);
            if (fetched.IsRefused) return fetched.Refusal!;

            return fetched.Value == head ? head : await PushAsync(draft, attemptId, requestedBy, head, fetched.Value!, ct);
        }
        finally
        {
            Directory.Delete(draft.Folder, recursive: true);
        }
    }

    /// <summary>The draft borrows what the repository has, so that only what is new travels.</summary>
    private static async Task PrepareAsync(BareRepository draft, BareRepository bare, string head, CancellationToken ct)
    {
        await draft.RunAsync(ct, "init", "--quiet", "--bare", "--template=", ".");
        await File.WriteAllTextAsync(Path.Combine(draft.Folder, "objects", "info", "alternates"), Path.Combine(bare.Folder, "objects") + "\n", ct);
        await draft.RunAsync(ct, "update-ref", "refs/heads/known", head);
    }

    private async Task<Outcome<string>> FetchAsync(OtherSite site, CancellationToken ct)
    {
        var branch = await FindBranchAsync(site, ct);
        if (branch.IsRefused) return branch.Refusal!;

        await using var git = site.Start("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--", site.Url, $"+{branch.Value}:{Draft}");
        git.Input.Close();
        var exit = git.ExitAsync(ct);
        // Git has no limit for what it fetches: we look, and end it.
        while (await Task.WhenAny(exit, Task.Delay(LookEvery, ct)) != exit)
        {
            ct.ThrowIfCancellationRequested();
            if (site.Draft.Size() > MaxBytes) return TooLarge;
        }

        if (await exit != 0) return Explain(await git.ErrorsAsync());
        if (site.Draft.Size() > MaxBytes) return TooLarge;

        var output = await site.Draft.ReadAsync(MaxRefList, ct, "for-each-ref", "--format=%(objectname)", Draft);
        return Encoding.UTF8.GetString(output.Bytes).Trim();
    }

    /// <summary>main, or the branch that the other site shows first.</summary>
    private static async Task<Outcome<string>> FindBranchAsync(OtherSite site, CancellationToken ct)
    {
        await using var git = site.Start("ls-remote", "--quiet", "--", site.Url, "HEAD", BareRepository.MainRef);
        git.Input.Close();
        var list = new byte[MaxRefList];
        var length = await git.Output.ReadAtLeastAsync(list, list.Length, throwOnEndOfStream: false, ct);
        if (length == list.Length) return Refusals.Unreachable;
        if (await git.ExitAsync(ct) != 0) return Explain(await git.ErrorsAsync());

        var names = Encoding.UTF8.GetString(list, 0, length).Split('\n').Select(line => line.Split('\t')[^1]).ToHashSet();
        if (names.Contains(BareRepository.MainRef)) return BareRepository.MainRef;
        return names.Contains("HEAD") ? "HEAD" : Refusals.NothingThere;
    }

    private async Task<Outcome<string>> PushAsync(
        BareRepository draft, Guid attemptId, Guid requestedBy, string from, string to, CancellationToken ct)
    {
        await using var git = GitProcess.Start(new GitCommand(draft.Folder, "pack-objects", "--revs", "--thin", "--stdout", "--quiet"));
        await git.Input.WriteAsync(Encoding.UTF8.GetBytes($"{to}\n^{from}\n"), ct);
        await git.CloseInputAsync();

        var answer = new PushAnswer(Stream.Null, hasSideBand: true);
        var taken = await takeIn.RunAsync(attemptId, requestedBy, PushCommands.Move(BareRepository.MainRef, from, to), git.Output, answer, ct);
        if (answer.Accepted(BareRepository.MainRef)) return taken.Head ?? to;
        if (answer.WasTooLarge) return TooLarge;
        return answer.TookTooLong ? Refusals.TookTooLong : Refusals.NotTaken.With(answer.Said.Trim());
    }

    private long MaxBytes => (long)options.Value.MaxRepositoryMegabytes * 1024 * 1024;

    private Refusal TooLarge => Refusals.ElsewhereTooLarge.With(options.Value.MaxPushMegabytes, options.Value.MaxRepositoryMegabytes);

    /// <summary>https and nothing else, to the addresses that were checked and no others.</summary>
    private List<(string Key, string Value)> Config(string pin)
    {
        var config = new List<(string, string)>
        {
            ("protocol.https.allow", "always"),
            ("http.curloptResolve", pin),
            ("http.followRedirects", "false"),
            ("http.proxy", ""),
            ("http.lowSpeedLimit", "100"),
            ("http.lowSpeedTime", (options.Value.MirrorSeconds / 2).ToString(CultureInfo.InvariantCulture)),
            ("credential.helper", ""),
            ("fetch.fsckObjects", "true"),
            ("transfer.bundleURI", "false"),
        };
        if (options.Value.SslCaInfo != "") config.Add(("http.sslCAInfo", Path.GetFullPath(options.Value.SslCaInfo)));
        return config;
    }

    /// <summary>Git's own words are for programmers; what they mean for a learner.</summary>
    private static Refusal Explain(string errors) => errors switch
    {
        _ when Says(errors, "could not read Username", "Authentication failed", "not found", "403", "401") => Refusals.NotPublic,
        _ when Says(errors, "redirect") => Refusals.LeadsElsewhere,
        _ when Says(errors, "fsck", "index-pack failed", "unpack-objects failed", "attempting to allocate") => Refusals.Damaged,
        _ => Refusals.Unreachable,
    };

    private static bool Says(string errors, params string[] words) => words.Any(word => errors.Contains(word, StringComparison.OrdinalIgnoreCase));

    private sealed record OtherSite(BareRepository Draft, ElsewhereAddress Address, IReadOnlyList<(string Key, string Value)> Config)
    {
        public string Url => Address.Url.AbsoluteUri;

        public GitProcess Start(params string[] arguments) => GitProcess.Start(new GitCommand(Draft.Folder, arguments) { Config = Config });
    }
}
