using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Notifications.Tests.Webhooks;
using Academy.Testing;

namespace Academy.Notifications.Tests.Pages;

public sealed class WebhookPageTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private OtherSite _other = null!;

    public async Task InitializeAsync()
    {
        _other = await OtherSite.StartAsync();
        _site = await TestSite.StartAsync(("Notifications:AllowLoopbackWebhooks", "true"));
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Operators_manage_trainers_read_and_nobody_else_may()
    {
        var id = (await AddAsync()).GetProperty("id").GetString();
        foreach (var account in DemoAccounts.All)
        {
            var (reads, manages) = (account.Role is Role.Operator or Role.Trainer, account.Role == Role.Operator);
            using var browser = await _site.SignInAsync(account.Email);
            using var api = await _site.ProgramAsync(account.Email);
            foreach (var path in (string[])["/admin/webhooks", $"/admin/webhooks/{id}", "/api/v1/webhooks", $"/api/v1/webhooks/{id}/deliveries"])
            {
                using var answer = await browser.GetAsync(path);
                answer.IsSuccessStatusCode.ShouldBe(reads, $"{account.Email} {path}");
            }

            using var added = await api.PostAsJsonAsync("/api/v1/webhooks", new { url = _other.Url, events = new[] { "GradingFinished" } });
            added.IsSuccessStatusCode.ShouldBe(manages, account.Email);
            using var changed = await api.PostAsync($"/api/v1/webhooks/{id}/secret", null);
            changed.IsSuccessStatusCode.ShouldBe(manages, account.Email);
            if (!reads) continue;

            using var tested = await browser.PostFormAsync($"/admin/webhooks/{id}?handler=Test", await TokenAsync(browser));
            (tested.StatusCode == HttpStatusCode.Redirect && tested.Headers.Location!.OriginalString.Contains("/admin/webhooks/")).ShouldBe(manages, account.Email);
        }
    }

    [Fact]
    public async Task A_webhook_is_added_tried_and_removed_on_the_page()
    {
        using var browser = await _site.SignInAsync(Given.Operator);

        using var added = await browser.PostFormAsync("/admin/webhooks", ("Input.Url", _other.Url), ("Input.Events", "ProjectValidated"));
        var path = added.Headers.Location!.OriginalString;
        var page = await browser.GetStringAsync(path);
        var secret = Regex.Match(page, "id=\"secret\">([^<]+)<").Groups[1].Value;
        secret.ShouldStartWith("whsec_");
        (await browser.GetStringAsync(path)).ShouldNotContain(secret);

        using var tested = await browser.PostFormAsync($"{path}?handler=Test");
        await Until.TrueAsync(() => Task.FromResult(!_other.Received.IsEmpty), "the test event");
        await Until.TrueAsync(async () => (await browser.GetStringAsync(path)).Contains("HTTP 200"), "the log");

        using var removed = await browser.PostFormAsync($"{path}?handler=Remove");
        using var gone = await browser.GetAsync(path);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_it_is_refused()
    {
        using var browser = await _site.SignInAsync(Given.Operator);

        using var refused = await browser.PostFormAsync("/admin/webhooks", ("Input.Url", "http://example.org/x"), ("Input.Events", "ProjectValidated"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("https");
        page.ShouldContain("value=\"http://example.org/x\"");
        page.ShouldContain("value=\"ProjectValidated\" checked");
    }

    [Fact]
    public async Task The_log_is_read_and_a_delivery_sent_again_through_the_api()
    {
        var id = (await AddAsync()).GetProperty("id").GetString();
        using var api = await _site.ProgramAsync(Given.Operator);
        using var tested = await api.PostAsync($"/api/v1/webhooks/{id}/test", null);
        tested.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        JsonElement delivery = default;
        await Until.TrueAsync(
            async () =>
            {
                delivery = (await api.JsonAsync(HttpMethod.Get, $"/api/v1/webhooks/{id}/deliveries")).GetProperty("items")[0];
                return delivery.GetProperty("state").GetString() == "delivered";
            },
            "the delivery");
        delivery.GetProperty("status").GetInt32().ShouldBe(200);

        using var again = await api.PostAsync($"/api/v1/webhooks/{id}/deliveries/{delivery.GetProperty("id").GetString()}/send-again", null);
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Until.TrueAsync(() => Task.FromResult(_other.Received.Count == 2), "the second delivery");

        using var removed = await api.DeleteAsync($"/api/v1/webhooks/{id}");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.JsonAsync(HttpMethod.Get, "/api/v1/webhooks")).GetArrayLength().ShouldBe(0);
    }

    private async Task<JsonElement> AddAsync()
    {
        using var api = await _site.ProgramAsync(Given.Operator);
        using var added = await api.PostAsJsonAsync("/api/v1/webhooks", new { url = _other.Url, events = new[] { "GradingFinished" } });
        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await added.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>From a page where everybody has a form.</summary>
    private static async Task<string> TokenAsync(HttpClient browser) => SiteClients.Antiforgery(await browser.GetStringAsync("/notices/choices"));
}
