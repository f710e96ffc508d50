using System.Net;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Accounts.Tests.Pages;

/// <summary>Who may see which page, and who may not.</summary>
[Collection(OnTheSite.Name)]
public sealed class AccessTests(AccountsSite fixture)
{
    private static readonly (string Path, Role Allowed)[] Pages =
    [
        ("/account/profile", Role.Everybody),
        ("/account/security", Role.Everybody),
        ("/account/tokens", Role.Everybody),
        ("/admin/invitations", Role.ProgrammeOfficer | Role.Operator),
        ("/admin/people", Role.Operator),
        ("/admin/people/01a00000-0000-7000-8000-000000000000", Role.Operator),
        ("/admin/audit", Role.Operator),
    ];

    private readonly TestSite _site = fixture.Site;

    public static TheoryData<string> People => [.. DemoAccounts.All.Select(a => a.Email)];

    [Theory, MemberData(nameof(People))]
    public async Task Shows_a_page_to_those_who_may(string email)
    {
        var role = DemoAccounts.All.Single(a => a.Email == email).Role;
        using var browser = await _site.SignInAsync(email);
        foreach (var (path, allowed) in Pages)
        {
            var seen = (await browser.GetAsync(path)).StatusCode;
            if (allowed.HasFlag(role)) seen.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
            else seen.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task Leads_a_stranger_to_the_sign_in_page_and_back()
    {
        using var stranger = _site.Client();
        foreach (var (path, _) in Pages)
        {
            var answer = await stranger.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.PathAndQuery.ShouldBe($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        }
    }

    [Theory]
    [InlineData("/admin/people/01a00000-0000-7000-8000-000000000000?handler=Roles")]
    [InlineData("/admin/people/01a00000-0000-7000-8000-000000000000?handler=Lock")]
    [InlineData("/admin/invitations")]
    [InlineData("/admin/invitations?handler=Revoke")]
    public async Task A_learner_cannot_act_either(string path)
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");
        var token = SiteClients.Antiforgery(await learner.GetStringAsync("/account/profile"));
        (await learner.PostFormAsync(path, token, ("roles", "Operator"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_who_is_signed_out_already_is_not_asked_to_come_back_and_sign_out()
    {
        using var stranger = _site.Client();
        (await stranger.GetAsync("/account/sign-out")).Headers.Location!.ToString().ShouldBe("/account/sign-in");
        var token = SiteClients.Antiforgery(await stranger.GetStringAsync("/account/sign-in"));
        (await stranger.PostFormAsync("/account/sign-out", token)).Headers.Location!.ToString().ShouldBe("/account/sign-in");
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgotten-password")]
    [InlineData("/account/sign-up")]
    [InlineData("/account/reset-password")]
    [InlineData("/account/invitation/x")]
    public async Task Doors_are_open_to_strangers(string path)
    {
        using var stranger = _site.Client();
        (await stranger.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
