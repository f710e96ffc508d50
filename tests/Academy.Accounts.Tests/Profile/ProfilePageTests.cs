using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Testing;

namespace Academy.Accounts.Tests.Profile;

[Collection(OnTheSite.Name)]
public sealed class ProfilePageTests(AccountsSite fixture)
{
    private readonly TestSite _site = fixture.Site;

    [Fact]
    public async Task Name_language_and_time_zone_are_kept_and_count_at_once()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = await site.SignInAsync("mentor@demo.academy");

        await browser.PostFormAsync(
            "/account/profile", ("Input.Name", " Yanis L. "), ("Input.Language", "en"), ("Input.TimeZone", "Indian/Reunion"));

        var page = await browser.GetStringAsync("/account/profile");
        page.ShouldContain("Your profile is saved.");
        page.ShouldContain("lang=\"en\"");
        var me = await browser.GetFromJsonAsync<JsonElement>("/api/v1/me");
        me.GetProperty("name").GetString().ShouldBe("Yanis L.");
        me.GetProperty("language").GetString().ShouldBe("en");
        me.GetProperty("timeZone").GetString().ShouldBe("Indian/Reunion");

        // On another device the choice is there too.
        using var elsewhere = await site.SignInAsync("mentor@demo.academy");
        (await elsewhere.GetStringAsync("/account/profile")).ShouldContain("<html lang=\"en\"");
    }

    [Theory]
    [InlineData("", "fr", "Europe/Paris")]
    [InlineData("Yanis", "de", "Europe/Paris")]
    [InlineData("Yanis", "fr", "Mars/Olympus")]
    public async Task Refuses_what_is_not_there_to_choose(string name, string language, string zone)
    {
        using var browser = await _site.SignInAsync("formateur@demo.academy");
        var answer = await browser.PostFormAsync("/account/profile", ("Input.Name", name), ("Input.Language", language), ("Input.TimeZone", zone));
        answer.StatusCode.ShouldBe(name == "" ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(name == "" ? "Remplis ce champ." : "de la liste.");
    }
}
