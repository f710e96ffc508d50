using System.Net;
using Academy.Accounts.People;
using Academy.Accounts.Setup;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Accounts.Tests.Setup;

public sealed class SetupTests
{
    [Fact]
    public async Task The_code_of_the_console_makes_the_administrator_once_and_then_the_page_is_gone()
    {
        await using var site = await TestSite.StartAsync(("Demo:Enabled", "false"));
        var code = site.Services.GetRequiredService<SetupCode>().Make();
        using var browser = site.Client();
        (await browser.GetAsync("/account/sign-in")).Headers.Location!.ToString().ShouldBe("/setup");

        (await SendAsync(browser, "AAAA-BBBB-CCCC")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CountAsync(site)).ShouldBe(0);
        // As people copy: small letters, spaces.
        (await SendAsync(browser, code.ToLowerInvariant().Replace("-", " "))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync("/admin/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/setup")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync(site)).ShouldBe(1);
    }

    [Fact]
    public async Task An_academy_with_accounts_has_no_set_up_page()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Client();
        (await browser.GetAsync("/setup")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_forgotten_code_is_no_code()
    {
        var setup = new SetupCode();
        setup.Is("").ShouldBeFalse();
        var code = setup.Make();
        setup.Is(code).ShouldBeTrue();
        setup.Forget().ShouldBeTrue();
        setup.Is(code).ShouldBeFalse();
        setup.Forget().ShouldBeFalse();
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string code) => browser.PostFormAsync(
        "/setup", ("Code", code), ("Input.Name", "Ada"), ("Input.Email", "ada@example.org"), ("Input.Password", Given.Password));

    private static async Task<int> CountAsync(TestSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AcademyDb>().Set<User>().CountAsync(u => u.Roles == Role.Operator);
    }
}
