using System.Net;
using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Inviting;

[Collection(OnTheSite.Name)]
public sealed partial class InvitationPageTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task From_the_officers_page_to_a_signed_in_learner()
    {
        using var officer = await _site.SignInAsync("programme@demo.academy");
        (await officer.PostFormAsync("/admin/invitations", ("Input.Roles", "Learner"), ("Input.Days", "7"), ("Input.Language", "fr")))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = Link().Match(await officer.GetStringAsync("/admin/invitations")).Value;
        link.ShouldNotBeEmpty();
        // Shown once.
        Link().IsMatch(await officer.GetStringAsync("/admin/invitations")).ShouldBeFalse();

        using var newcomer = _site.Client();
        var made = await newcomer.PostFormAsync(
            new Uri(link).AbsolutePath, ("Input.Name", "Noé Petit"), ("Input.Email", "noe@example.org"), ("Input.Password", Given.Password));

        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await newcomer.GetStringAsync("/account/profile")).ShouldContain("noe@example.org");
        (await officer.GetStringAsync("/admin/invitations")).ShouldContain("Noé Petit");
    }

    [Fact]
    public async Task A_link_that_nobody_made_says_what_to_do()
    {
        using var visitor = _site.Client();
        (await visitor.GetStringAsync("/account/invitation/nonsense")).ShouldContain("Demandes-en une autre");
    }

    [Fact]
    public async Task An_officer_cannot_make_operators_by_a_forged_form()
    {
        using var officer = await _site.SignInAsync("programme@demo.academy");
        var answer = await officer.PostFormAsync("/admin/invitations", ("Input.Roles", "Operator"), ("Input.Days", "7"), ("Input.Language", "fr"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Seul un exploitant");
    }

    [GeneratedRegex("http://[^<]*/account/invitation/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
