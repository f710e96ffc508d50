using System.Net;
using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Sessions;

[Collection(OnTheSite.Name)]
public sealed partial class SecurityPageTests(AccountsSite fixture)
{
    private const string Tutor = "tuteur@demo.academy";

    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task One_browser_signs_another_out()
    {
        using var here = await _site.SignInAsync(Tutor);
        using var there = await _site.SignInAsync(Tutor);
        // Each page offers to end all sessions but its own.
        var mine = Sessions(await there.GetStringAsync("/account/security"));
        var other = Sessions(await here.GetStringAsync("/account/security")).Except(mine).ShouldHaveSingleItem();

        await here.PostFormAsync("/account/security?handler=EndSession", ("id", other));

        (await there.GetAsync("/account/security")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/account/security")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_browser_signs_all_others_out()
    {
        using var here = await _site.SignInAsync("formateur@demo.academy");
        using var there = await _site.SignInAsync("formateur@demo.academy");

        await here.PostFormAsync("/account/security?handler=EndOthers");

        (await there.GetAsync("/account/security")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await here.GetStringAsync("/account/security");
        Sessions(page).ShouldBeEmpty();
        page.ShouldContain("Déconnexion partout");
    }

    [Fact]
    public async Task A_wrong_current_password_is_refused_and_an_empty_one_named()
    {
        using var browser = await _site.SignInAsync(Tutor);
        var wrong = await browser.PostFormAsync(
            "/account/security?handler=Password", ("Password.Current", "not mine"), ("Password.New", "quatre chevaux dans un pré"));
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("Ce n’est pas ton mot de passe actuel");

        var empty = await browser.PostFormAsync("/account/security?handler=Password", ("Password.Current", ""), ("Password.New", ""));
        (await empty.Content.ReadAsStringAsync()).ShouldContain("Remplis ce champ.");
    }

    [Fact]
    public async Task What_happened_is_told_to_its_owner_only()
    {
        using var failing = _site.Client();
        await failing.PostFormAsync("/account/sign-in", ("Input.Email", Tutor), ("Input.Password", "wrong password"));
        using var owner = await _site.SignInAsync(Tutor);
        (await owner.GetStringAsync("/account/security")).ShouldContain("Mot de passe faux");

        using var other = await _site.SignInAsync("programme@demo.academy");
        (await other.GetStringAsync("/account/security")).ShouldNotContain("Mot de passe faux");
    }

    private static IReadOnlyList<string> Sessions(string page) => [.. EndSession().Matches(page).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("handler=EndSession\"[^>]*>\\s*<input type=\"hidden\" name=\"id\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex EndSession();
}
