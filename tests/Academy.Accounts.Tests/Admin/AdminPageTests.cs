using System.Net;
using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Admin;

[Collection(OnTheSite.Name)]
public sealed partial class AdminPageTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task An_operator_closes_an_account_and_opens_it_again()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync("admin@demo.academy");
        using var learner = await site.SignInAsync("apprenant@demo.academy");
        using var program = await site.ProgramAsync("apprenant@demo.academy");
        var person = await PersonAsync(admin, "apprenant@demo.academy");

        await admin.PostFormAsync($"{person}?handler=Lock");
        (await learner.GetAsync("/account/profile")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await admin.GetStringAsync(person)).ShouldContain("Fermé");

        await admin.PostFormAsync($"{person}?handler=Open");
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await site.SignInAsync("apprenant@demo.academy");
    }

    [Fact]
    public async Task An_operator_gives_a_role_and_it_counts_at_once()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync("admin@demo.academy");
        using var mentor = await site.SignInAsync("mentor@demo.academy");
        (await mentor.GetAsync("/admin/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await admin.PostFormAsync($"{await PersonAsync(admin, "mentor@demo.academy")}?handler=Roles", ("roles", "Mentor"), ("roles", "Operator"));
        (await mentor.GetAsync("/admin/people")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await admin.GetStringAsync("/admin/audit?kind=RolesChanged")).ShouldContain("Mentor → Mentor, Exploitant");
    }

    [Fact]
    public async Task The_only_operator_is_told_why_not()
    {
        using var admin = await _site.SignInAsync("admin@demo.academy");
        var person = await PersonAsync(admin, "admin@demo.academy");
        await admin.PostFormAsync($"{person}?handler=Roles", ("roles", "Learner"));
        (await admin.GetStringAsync(person)).ShouldContain("C’est le seul exploitant");
    }

    [Fact]
    public async Task An_unknown_account_is_not_found()
    {
        using var admin = await _site.SignInAsync("admin@demo.academy");
        (await admin.GetAsync($"/admin/people/{Guid.Empty}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> PersonAsync(HttpClient admin, string email) =>
        PersonLink().Match(await admin.GetStringAsync($"/admin/people?q={Uri.EscapeDataString(email)}")).Value;

    [GeneratedRegex("/admin/people/[0-9a-f-]{36}")]
    private static partial Regex PersonLink();
}
