using System.Net;
using System.Text.RegularExpressions;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Accounts.Tests.Households;

public sealed partial class HouseholdPageTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Officers_and_operators_say_who_lives_together_and_nobody_else_sees_it()
    {
        using var officer = await _site.SignInAsync("programme@demo.academy");
        var sacha = PersonLink().Match(await officer.GetStringAsync("/admin/households?q=sacha")).Value;
        sacha.ShouldNotBe("");
        var found = await officer.GetStringAsync($"{sacha}?q=garnier");
        var ines = OtherField().Match(found).Groups[1].Value;
        using var linked = await officer.PostFormAsync($"{sacha}?handler=Link", ("other", ines));
        (await officer.GetStringAsync("/admin/households")).ShouldContain("Inès Garnier, Sacha Morel");

        foreach (var account in DemoAccounts.All)
        {
            using var member = await _site.SignInAsync(account.Email);
            foreach (var path in (string[])["/admin/households", sacha])
            {
                using var answer = await member.GetAsync(path);
                answer.StatusCode.ShouldBe(
                    account.Role is Role.ProgrammeOfficer or Role.Operator ? HttpStatusCode.OK : HttpStatusCode.Forbidden, account.Email);
            }
        }

        using var left = await officer.PostFormAsync($"{sacha}?handler=Leave", ("person", ines));
        (await officer.GetStringAsync("/admin/households")).ShouldNotContain("Inès Garnier, Sacha Morel");
    }

    [Fact]
    public async Task The_search_knows_names_and_no_addresses()
    {
        using var officer = await _site.SignInAsync("programme@demo.academy");

        PersonLink().IsMatch(await officer.GetStringAsync("/admin/households?q=apprenant")).ShouldBeFalse();
    }

    [Fact]
    public async Task People_tick_what_they_speak()
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");

        using var saved = await learner.PostFormAsync(
            "/account/profile", ("Input.Name", "Sacha Morel"), ("Input.Language", "fr"), ("Input.TimeZone", "Europe/Paris"),
            ("Input.Speaks", "es"), ("Input.Speaks", "fr"), ("Input.Speaks", "ar"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        Ticked().Matches(await learner.GetStringAsync("/account/profile")).Select(m => m.Groups[1].Value).ShouldBe(["fr", "ar", "es"]);
    }

    [GeneratedRegex("/admin/households/[0-9a-f-]{36}")]
    private static partial Regex PersonLink();

    [GeneratedRegex("name=\"other\" value=\"([^\"]+)\"")]
    private static partial Regex OtherField();

    [GeneratedRegex("name=\"Input.Speaks\" value=\"(\\w+)\" checked")]
    private static partial Regex Ticked();
}
