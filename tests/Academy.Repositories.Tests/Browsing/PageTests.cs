using System.IO.Compression;
using System.Net;
using System.Text;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Repositories.Tests.Browsing;

[Collection(OnSharedSite.Name)]
public sealed class PageTests(SharedSite shared)
{
    [Theory]
    [InlineData(Role.Learner, true)]
    [InlineData(Role.Trainer, true)]
    [InlineData(Role.Mentor, false)]
    [InlineData(Role.CompanyTutor, false)]
    [InlineData(Role.ProgrammeOfficer, false)]
    [InlineData(Role.Operator, false)]
    public async Task The_learner_and_trainers_read_to_others_there_is_nothing(Role role, bool mayRead)
    {
        await using var site = await GitSite.OnAsync(shared);
        using var browser = await site.Site.SignInAsync(DemoAccounts.All.First(a => a.Role == role).Email);

        foreach (var address in await AddressesAsync(site))
        {
            using var answer = await browser.GetAsync(address);
            answer.StatusCode.ShouldBe(mayRead ? HttpStatusCode.OK : HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task Another_learner_and_a_visitor_read_nothing()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var other = await site.Site.SignInAsync(GitSite.OtherLearner);
        using var visitor = site.Site.Client();

        foreach (var address in await AddressesAsync(site))
        {
            using var foreign = await other.GetAsync(address);
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
            using var signIn = await visitor.GetAsync(address);
            signIn.StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
        }
    }

    [Fact]
    [Trait("Hostile", "38")]
    public async Task Hostile_names_messages_and_contents_are_text()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        site.Git.Write("work", "<script>alert(1)<.html", "<img src=x onerror=alert(2)>\u202e\u001b[31m");
        site.Git.Environment["GIT_AUTHOR_NAME"] = "<b>Sacha\u202e";
        await site.Git.CommitAsync("work", "<script>alert(3)</script>\u001b[2J\u202e\n\n<i>body\u2066</i>");
        await site.Git.RunAsync("work", "push", "--quiet", "origin", "HEAD", "HEAD:refs/heads/<u>x");
        var commit = await site.Git.RunAsync("work", "rev-parse", "HEAD");
        using var browser = await site.Site.SignInAsync(GitSite.Learner);
        var root = $"/attempts/{site.Attempt}";

        foreach (var address in new[] { $"{root}/files", $"{root}/files/{Uri.EscapeDataString("<script>alert(1)<.html")}", $"{root}/history", $"{root}/commits/{commit}", $"{root}/files?ref={Uri.EscapeDataString("<u>x")}" })
        {
            var html = await browser.GetStringAsync(address);

            html.ShouldNotContain("<script>alert", customMessage: address);
            html.ShouldNotContain("<img src=x", customMessage: address);
            html.ShouldNotContain("<i>body", customMessage: address);
            html.ShouldNotContain("<b>Sacha", customMessage: address);
            html.ShouldNotContain("<u>x", customMessage: address);
            var text = WebUtility.HtmlDecode(html);
            text.Any(c => c is '\u202e' or '\u2066' or '\u001b').ShouldBeFalse(address);
            text.ShouldContain("⟨U+202E⟩", customMessage: address);
        }
    }

    [Fact]
    public async Task A_link_is_shown_not_followed()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        File.CreateSymbolicLink(site.Git.PathOf("work", "ombre"), "/etc/passwd");
        File.CreateSymbolicLink(site.Git.PathOf("work", "dossier"), "/etc");
        await site.PushAsync("a.txt", "a\n");
        using var browser = await site.Site.SignInAsync(GitSite.Learner);

        (await browser.GetStringAsync($"/attempts/{site.Attempt}/files/ombre")).ShouldContain("<bdi>/etc/passwd</bdi>");
        using var through = await browser.GetAsync($"/attempts/{site.Attempt}/files/dossier/passwd");
        through.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("files/missing.txt")]
    [InlineData("files/..%2f..%2fetc/passwd")]
    [InlineData("files?ref=HEAD~1")]
    [InlineData("files?ref=--output=x")]
    [InlineData("files?ref=main:README.md")]
    [InlineData("files?ref=nowhere")]
    [InlineData("history?ref=%3A%2FStart")]
    [InlineData("commits/HEAD")]
    [InlineData("commits/0123456789012345678901234567890123456789")]
    [InlineData("archive/0123456789012345678901234567890123456789.zip")]
    [InlineData("archive/main.zip")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var site = await GitSite.OnAsync(shared);
        using var browser = await site.Site.SignInAsync(GitSite.Learner);

        using var answer = await browser.GetAsync($"/attempts/{site.Attempt}/{address}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Large_and_binary_files_images_and_long_histories_have_their_place()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        site.Git.Write("work", "lignes.txt", string.Concat(Enumerable.Range(1, 4000).Select(n => $"ligne {n}\n")));
        site.Git.Write("work", "grand.txt", new string('a', 700_000));
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "programme"), [127, (byte)'E', (byte)'L', (byte)'F', 0, 0]);
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "image.png"), [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0]);
        site.Git.Write("work", "latin.txt", "");
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "latin.txt"), Encoding.Latin1.GetBytes("été\n"));
        for (var i = 0; i < 40; i++) await site.Git.CommitAsync("work", $"Commit {i}");
        await site.Git.RunAsync("work", "push", "--quiet", "origin", "HEAD");
        using var browser = await site.Site.SignInAsync(GitSite.Learner);
        var root = $"/attempts/{site.Attempt}";

        var lines = await browser.GetStringAsync($"{root}/files/lignes.txt");
        lines.ShouldContain("id=\"L3000\"");
        lines.ShouldNotContain("id=\"L3001\"");
        lines.ShouldContain("Seules les 3000 premières lignes sont affichées.");
        (await browser.GetStringAsync($"{root}/files/grand.txt")).ShouldContain("Ce fichier est trop gros pour s’afficher ici (700 ko).");
        (await browser.GetStringAsync($"{root}/files/programme")).ShouldContain("Ce fichier n’est pas du texte (6 octets).");
        (await browser.GetStringAsync($"{root}/files/image.png")).ShouldContain("<img src=\"data:image/png;base64,iVBORw0KGgoA\"");
        (await browser.GetStringAsync($"{root}/files/latin.txt")).ShouldContain("\ufffdt\ufffd");
        (await browser.GetStringAsync($"{root}/history?number=2")).ShouldContain("Commit 9");
        (await browser.GetStringAsync($"{root}/history?number=99999999")).ShouldContain("Il n’y a rien de plus ancien.");
    }

    [Fact]
    public async Task The_zip_holds_the_commit_as_it_was_pushed()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        site.Git.Write("work", "..\\..\\évil.txt", "a\n");
        site.Git.Write("work", "dossier/programme.sh", "#!/bin/sh\n");
        File.SetUnixFileMode(site.Git.PathOf("work", "dossier", "programme.sh"), (UnixFileMode)0b111_101_101);
        await site.PushAsync(".gitattributes", "* export-ignore\n");
        using var browser = await site.Site.SignInAsync(GitSite.Learner);

        using var answer = await browser.GetAsync($"/attempts/{site.Attempt}/archive/{await site.Git.RunAsync("work", "rev-parse", "HEAD")}.zip");

        var folder = site.Path.Split('/')[^1][..^".git".Length];
        answer.Content.Headers.ContentDisposition!.FileName.ShouldStartWith(folder);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        zip.Entries.Select(e => e.FullName).ShouldBe(
            [$"{folder}/.._.._évil.txt", $"{folder}/.gitattributes", $"{folder}/README.md", $"{folder}/dossier/programme.sh"], ignoreOrder: true);
        (zip.GetEntry($"{folder}/dossier/programme.sh")!.ExternalAttributes >> 16 & 0b111_111_111).ShouldBe(0b111_101_101);
    }

    [Fact]
    public async Task The_page_of_the_attempt_says_how_to_clone_and_when_was_the_last_push()
    {
        await using var site = await GitSite.StartAsync();
        using var browser = await site.Site.SignInAsync(GitSite.Learner);
        var attempt = $"/attempts/{site.Attempt}";

        (await browser.GetStringAsync(attempt)).ShouldContain($"git clone {site.Site.Address}{site.Path[1..]}</code>");
        (await browser.GetStringAsync(attempt)).ShouldContain("aucun pour l’instant");
        await site.CloneAsync();
        await site.PushAsync("a.txt", "a\n");
        (await browser.GetStringAsync(attempt)).ShouldNotContain("aucun pour l’instant");
        (await browser.GetStringAsync($"{attempt}/history")).ShouldContain("Rendu");
    }

    private static async Task<string[]> AddressesAsync(GitSite site)
    {
        var head = (await site.Bare.FindMainAsync(CancellationToken.None))!.Id;
        var root = $"/attempts/{site.Attempt}";
        return [$"{root}/files", $"{root}/files/README.md", $"{root}/history", $"{root}/external", $"{root}/commits/{head}", $"{root}/archive/{head}.zip"];
    }
}
