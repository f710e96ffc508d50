using System.Net;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Curriculum.Tests.Pages;

public sealed class PermissionTests(CurriculumSite site) : IClassFixture<CurriculumSite>
{
    private const Role Authors = Role.Trainer | Role.Operator;

    public static TheoryData<string, Role> Pages => new()
    {
        { "/track", Role.Everybody },
        { "/track?as=list", Role.Everybody },
        { "/tracks/piste", Role.Everybody },
        { "/projects/bonjour", Role.Everybody },
        { "/rules", Role.Everybody },
        { "/projects/bonjour/files/{release}/image.png", Role.Everybody },
        { "/api/v1/projects", Role.Everybody },
        { "/api/v1/projects/bonjour", Role.Everybody },
        { "/admin/content", Authors },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Who_may_and_who_may_not(string path, Role roles)
    {
        site.Content.Write("projects/bonjour/image.png", "PNG");
        await site.PublishAsync();
        path = path.Replace("{release}", site.Curriculum.Current!.Id);

        using var nobody = site.Site.Client();
        using var closed = await nobody.GetAsync(path);
        closed.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
        if (closed.StatusCode == HttpStatusCode.Redirect) closed.Headers.Location!.ToString().ShouldContain("/account/sign-in");

        foreach (var account in Academy.Kernel.Web.DemoAccounts.All)
        {
            using var client = await site.Site.SignInAsync(account.Email);
            using var answer = await client.GetAsync(path);
            answer.StatusCode.ShouldBe((account.Role & roles) != Role.None ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{account.Email} at {path}");
        }
    }

    [Theory]
    [InlineData(CurriculumSite.Learner)]
    [InlineData("mentor@demo.academy")]
    public async Task Nobody_else_has_the_content_checked(string email)
    {
        using var client = await site.Site.SignInAsync(email);
        var token = SiteClients.Antiforgery(await client.GetStringAsync("/account/sign-out"));

        using var answer = await client.PostFormAsync("/admin/content", token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/projects/nulle-part")]
    [InlineData("/tracks/nulle-part")]
    [InlineData("/projects/plus-tard")]
    [InlineData("/api/v1/projects/nulle-part")]
    [InlineData("/projects/bonjour/files/0123456789abcdef/image.png")]
    [InlineData("/projects/bonjour/files/x/image.png")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var client = await site.Site.SignInAsync(CurriculumSite.Learner);

        using var answer = await client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("project.yml")]
    [InlineData("subject.fr.md")]
    [InlineData("grader/tests.yml")]
    [InlineData("grader/cases/1.in")]
    [InlineData("solution/solution.txt")]
    [InlineData("template/README.md")]
    [InlineData("images/../solution/solution.txt")]
    [InlineData("images/..%2fsolution%2fsolution.txt")]
    [InlineData("..%2fpanier%2fsolution%2fsolution.txt")]
    [InlineData("%2e%2e/panier/solution/solution.txt")]
    [InlineData("images%2f..%2fsolution%2fsolution.txt")]
    [InlineData("solution%2fsolution.txt")]
    [InlineData("%2fetc%2fhostname.txt")]
    public async Task Nothing_but_files_for_reading_leaves_a_project(string path)
    {
        using var client = await site.Site.SignInAsync(CurriculumSite.Learner);

        using var answer = await client.GetAsync($"/projects/bonjour/files/{site.Curriculum.Current!.Id}/{path}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
