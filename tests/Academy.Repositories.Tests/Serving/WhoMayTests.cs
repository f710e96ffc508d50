using System.Net;
using System.Net.Http.Headers;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Repositories.Tests.Serving;

[Collection(OnSharedSite.Name)]
public sealed class WhoMayTests(SharedSite shared)
{
    private const string Unknown = "Il n’y a pas de dépôt à cette adresse, ou il n’est pas à toi.\n";

    [Fact]
    public async Task Nobody_is_asked_for_a_password_by_http_basic()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var client = site.Site.Client();

        foreach (var service in new[] { "git-upload-pack", "git-receive-pack" })
        {
            using var answer = await client.GetAsync($"{site.Path}/info/refs?service={service}");
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Basic");
        }

        (await site.Git.TryAsync(".", "clone", site.UrlFor(GitSite.Learner, "wrong"), "work")).Errors.ShouldContain("Authentication failed");
    }

    [Theory]
    [InlineData(Role.Learner, true)]
    [InlineData(Role.Trainer, true)]
    [InlineData(Role.Mentor, false)]
    [InlineData(Role.CompanyTutor, false)]
    [InlineData(Role.ProgrammeOfficer, false)]
    [InlineData(Role.Operator, false)]
    public async Task The_learner_and_trainers_clone_to_others_the_repository_is_not_there(Role role, bool mayRead)
    {
        await using var site = await GitSite.OnAsync(shared);
        var email = DemoAccounts.All.First(a => a.Role == role).Email;

        var answer = await site.Git.TryAsync(".", "clone", "--quiet", site.UrlFor(email), "work");

        if (mayRead) answer.ExitCode.ShouldBe(0, answer.Errors);
        else answer.Errors.ShouldContain("remote: Il n’y a pas de dépôt à cette adresse");
    }

    [Fact]
    public async Task That_a_push_begins_is_told_before_anything_arrives_and_only_of_who_may_push()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        await site.Git.TryAsync(".", "ls-remote", site.UrlFor(GitSite.Learner));
        site.Git.Write("work", "a.txt", "a");
        await site.Git.CommitAsync("work", "One");
        await site.Git.TryAsync("work", "push", site.UrlFor(GitSite.Trainer), "HEAD");
        await site.Git.TryAsync("work", "push", site.UrlFor(GitSite.OtherLearner), "HEAD");
        site.Begun.ShouldBe(0);

        await site.Git.TryAsync("work", "push", "--dry-run", "origin", "HEAD");

        site.Begun.ShouldBe(1);
        site.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_foreign_repository_and_none_at_all_look_the_same()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var client = site.Site.Client();
        client.DefaultRequestHeaders.Authorization = SiteClients.Basic(GitSite.OtherLearner, DemoOptions.Password);

        foreach (var path in new[] { site.Path, "/git/00000000/premiers-pas.git" })
        {
            using var answer = await client.GetAsync($"{path}/info/refs?service=git-upload-pack");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync()).ShouldBe(Unknown);
        }
    }

    [Fact]
    public async Task A_trainer_reads_but_does_not_push()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.Git.RunAsync(".", "clone", "--quiet", site.UrlFor(GitSite.Trainer), "work");

        var answer = await site.PushAsync("a.txt", "a\n");

        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("remote: Tu peux lire ce dépôt, mais seule la personne à qui il appartient peut y pousser.");
        site.Told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Scopes.GitRead, true, false)]
    [InlineData(Scopes.GitWrite, false, true)]
    [InlineData(Scopes.Everything, true, true)]
    [InlineData(Scopes.ApiWrite, false, false)]
    public async Task A_token_does_what_its_scopes_say(string scope, bool mayRead, bool mayPush)
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        using var program = await site.Site.ProgramAsync(GitSite.Learner, scope);
        var token = program.DefaultRequestHeaders.Authorization!.Parameter!;
        await site.Git.RunAsync("work", "remote", "set-url", "origin", site.UrlFor("whoever", token));

        var read = await site.Git.TryAsync("work", "ls-remote");
        var push = await site.PushAsync("a.txt", "a\n");

        (read.ExitCode == 0).ShouldBe(mayRead, read.Errors);
        (push.ExitCode == 0).ShouldBe(mayPush, push.Errors);
        if (!mayRead) read.Errors.ShouldContain($"remote: Ce jeton ne permet pas cela\u00a0: il lui manque le droit {Scopes.GitRead}.");
        if (!mayPush) push.Errors.ShouldContain($"il lui manque le droit {Scopes.GitWrite}.");
    }

    [Fact]
    public async Task A_signed_in_browser_cannot_be_made_to_push()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var browser = await site.Site.SignInAsync(GitSite.Learner);
        using var push = new ByteArrayContent("0000"u8.ToArray());
        push.Headers.ContentType = new MediaTypeHeaderValue("application/x-git-receive-pack-request");

        using var answer = await browser.PostAsync($"{site.Path}/git-receive-pack", push);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_opens_the_address_in_a_browser_is_told_what_it_is_for()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var client = site.Site.Client();
        client.DefaultRequestHeaders.Authorization = SiteClients.Basic(GitSite.Learner, DemoOptions.Password);

        using var answer = await client.GetAsync($"{site.Path}/info/refs");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("Cette adresse est pour le programme git\u00a0: git clone http");
    }
}
