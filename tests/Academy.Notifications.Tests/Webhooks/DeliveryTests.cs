using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Notifications.Jobs;
using Academy.Notifications.Webhooks;
using Academy.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Tests.Webhooks;

public sealed class DeliveryTests : IAsyncLifetime
{
    private OtherSite _other = null!;

    public async Task InitializeAsync() => _other = await OtherSite.StartAsync();

    public async Task DisposeAsync() => await _other.DisposeAsync();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_sent_is_signed_and_says_no_names(DatabaseProvider provider)
    {
        await using var academy = await AcademyAsync(provider);
        var webhook = await AddAsync(academy, WebhookEvent.GradingFinished, WebhookEvent.ProjectValidated);
        var happened = Finished(academy);

        await academy.PublishAsync(happened);
        await SendAllAsync(academy);

        var told = _other.Received.ShouldHaveSingleItem();
        told.Request.ShouldBe("POST /hook");
        told.Headers["Content-Type"].ShouldBe("application/json");
        told.Headers["X-Academy-Event"].ShouldBe("GradingFinished");
        told.Headers["X-Academy-Delivery"].ShouldBe((await OnlyAsync(academy)).Id.ToString());
        told.Headers["X-Academy-Timestamp"].ShouldBe(academy.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        told.Headers["X-Academy-Signature"].ShouldBe(Signature(webhook.Secret, told.Headers["X-Academy-Timestamp"], told.Body));

        var body = JsonSerializer.Deserialize<JsonElement>(told.Body);
        body.GetProperty("event").GetString().ShouldBe("GradingFinished");
        var data = body.GetProperty("data");
        data.GetProperty("gradingId").GetGuid().ShouldBe(happened.GradingId);
        data.GetProperty("project").GetString().ShouldBe("premiers-pas");
        data.GetProperty("verdict").GetString().ShouldBe("passed");
        data.GetProperty("percent").GetInt32().ShouldBe(90);
        (await OnlyAsync(academy)).ShouldSatisfyAllConditions(
            d => d.State.ShouldBe(DeliveryState.Delivered), d => d.Status.ShouldBe(200), d => d.Tries.ShouldBe(1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_those_who_asked_are_told_and_once_however_often_the_event_arrives(DatabaseProvider provider)
    {
        await using var academy = await AcademyAsync(provider);
        await AddAsync(academy, WebhookEvent.EvaluationCompleted);
        var validated = new ProjectValidated(Id(academy), Id(academy), "premiers-pas", 90, 100, academy.Clock.GetUtcNow());
        var evaluated = new EvaluationCompleted(Id(academy), Id(academy), Id(academy), "panier", 80, EvaluationFlag.Ok, academy.Clock.GetUtcNow());

        await academy.PublishAsync(validated);
        await academy.PublishAsync(evaluated);
        await academy.PublishAsync(evaluated);
        await SendAllAsync(academy);

        _other.Received.ShouldHaveSingleItem().Headers["X-Academy-Event"].ShouldBe("EvaluationCompleted");
        // Who evaluated is nobody else's business.
        _other.Received.Single().Body.ShouldNotContain(evaluated.EvaluatorId.ToString());
        (await AllAsync(academy)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_calibration_is_told_to_nobody_outside()
    {
        await using var academy = await AcademyAsync(DatabaseProvider.Sqlite);
        await AddAsync(academy, WebhookEvent.EvaluationCompleted);

        await academy.PublishAsync(new EvaluationCompleted(Id(academy), Id(academy), Id(academy), "panier", 80, EvaluationFlag.Ok, academy.Clock.GetUtcNow())
        {
            IsCalibration = true,
        });

        (await AllAsync(academy)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_is_tried_again_later_and_later_and_then_given_up(DatabaseProvider provider)
    {
        await using var academy = await AcademyAsync(provider);
        await AddAsync(academy, WebhookEvent.GradingFinished);
        _other.Answer = http => AnswerAsync(http, 503, "busy");
        await academy.PublishAsync(Finished(academy));

        var waits = new List<double>();
        for (var now = academy.Clock.GetUtcNow(); ; now = academy.Clock.GetUtcNow())
        {
            await SendAllAsync(academy);
            var delivery = await OnlyAsync(academy);
            if (delivery.State != DeliveryState.Waiting) break;

            waits.Add((delivery.DueAt - now).TotalSeconds);
            academy.Clock.Advance(delivery.DueAt - now - TimeSpan.FromSeconds(1));
            await SendAllAsync(academy);
            _other.Received.Count.ShouldBe(waits.Count);
            academy.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        waits.ShouldBe([10, 60, 300, 900, 1800, 3600, 7200, 14400, 21600]);
        (await OnlyAsync(academy)).ShouldSatisfyAllConditions(
            d => d.State.ShouldBe(DeliveryState.GivenUp), d => d.Tries.ShouldBe(10), d => d.Status.ShouldBe(503), d => d.Response.ShouldBe("busy"));
        _other.Received.Select(t => t.Headers["X-Academy-Delivery"]).Distinct().Count().ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_delivery_can_be_sent_again(DatabaseProvider provider)
    {
        await using var academy = await AcademyAsync(provider);
        var webhook = await AddAsync(academy, WebhookEvent.GradingFinished);
        await academy.PublishAsync(Finished(academy));
        await SendAllAsync(academy);

        var again = await academy.RunAsync<ManageWebhooks, Outcome>(async m =>
            await m.SendAgainAsync(webhook.Id, (await OnlyAsync(academy)).Id, CancellationToken.None));
        await SendAllAsync(academy);

        again.IsRefused.ShouldBeFalse();
        _other.Received.Count.ShouldBe(2);
        (await OnlyAsync(academy)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var academy = await AcademyAsync(DatabaseProvider.Sqlite);
        await AddAsync(academy, WebhookEvent.GradingFinished);
        _other.Answer = http =>
        {
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        await academy.PublishAsync(Finished(academy));

        await SendAllAsync(academy);

        _other.Received.Count.ShouldBe(1);
        (await OnlyAsync(academy)).ShouldSatisfyAllConditions(d => d.Status.ShouldBe(302), d => d.State.ShouldBe(DeliveryState.Waiting));
    }

    [Fact]
    public async Task Of_a_long_answer_the_beginning_is_kept()
    {
        await using var academy = await AcademyAsync(DatabaseProvider.Sqlite);
        await AddAsync(academy, WebhookEvent.GradingFinished);
        _other.Answer = http => AnswerAsync(http, 200, new string('a', 1_000_000));
        await academy.PublishAsync(Finished(academy));

        await SendAllAsync(academy);

        (await OnlyAsync(academy)).Response.ShouldBe(new string('a', 4096));
    }

    [Fact]
    public async Task Another_secret_signs_from_the_next_delivery_on_and_a_test_is_signed_as_well()
    {
        await using var academy = await AcademyAsync(DatabaseProvider.Sqlite);
        var webhook = await AddAsync(academy, WebhookEvent.GradingFinished);
        var changed = (await academy.RunAsync<ManageWebhooks, Outcome<NewWebhook>>(m => m.ChangeSecretAsync(webhook.Id, CancellationToken.None))).Value!;
        await academy.RunAsync<ManageWebhooks, Outcome>(m => m.TestAsync(webhook.Id, CancellationToken.None));

        await SendAllAsync(academy);

        changed.Secret.ShouldNotBe(webhook.Secret);
        var told = _other.Received.ShouldHaveSingleItem();
        told.Headers["X-Academy-Event"].ShouldBe("Test");
        told.Headers["X-Academy-Signature"].ShouldBe(Signature(changed.Secret, told.Headers["X-Academy-Timestamp"], told.Body));
    }

    [Fact]
    public async Task The_secret_is_not_in_the_database()
    {
        await using var academy = await AcademyAsync(DatabaseProvider.Sqlite);
        var made = await AddAsync(academy, WebhookEvent.GradingFinished);

        var stored = await academy.RunAsync<AcademyDb, Webhook>(db => db.Set<Webhook>().SingleAsync());

        stored.ProtectedSecret.ShouldNotContain(made.Secret);
    }

    [Fact]
    public async Task A_private_address_is_refused_when_it_is_given_and_when_it_is_called()
    {
        await using var academy = await AcademyAsync(DatabaseProvider.Sqlite);
        await AddAsync(academy, WebhookEvent.GradingFinished);
        // As if its name had stood for another address when it was checked: the same row, in an academy that allows no loopback.
        await using var strict = await Given.AcademyAsync(DatabaseProvider.Sqlite);
        await academy.PublishAsync(Finished(academy));
        var delivery = await OnlyAsync(academy);
        using var request = new HttpRequestMessage(HttpMethod.Post, _other.Url);

        var answer = await strict.RunAsync<WebhookClient, WebhookAnswer>(c => c.SendAsync(request, CancellationToken.None));

        answer.Status.ShouldBeNull();
        answer.Text.ShouldContain("not on the open Internet");
        _other.Received.ShouldBeEmpty();
        delivery.Tries.ShouldBe(0);
    }

    [Theory]
    [InlineData("https://example.org/hook", null)]
    [InlineData("http://example.org/hook", "webhook-only-https")]
    [InlineData("https://user:word@example.org/hook", "no-webhook-address")]
    [InlineData("https://localhost/hook", "webhook-private-address")]
    [InlineData("http://localhost/hook", "webhook-only-https")]
    [InlineData("https://127.0.0.1/hook", "webhook-private-address")]
    [InlineData("https://[::1]/hook", "webhook-private-address")]
    [InlineData("https://10.1.2.3/hook", "webhook-private-address")]
    [InlineData("https://169.254.169.254/latest", "webhook-private-address")]
    [InlineData("https://intranet/hook", "webhook-private-address")]
    [InlineData("ftp://example.org/", "webhook-only-https")]
    [InlineData("nothing", "no-webhook-address")]
    [InlineData("", "no-webhook-address")]
    public async Task Only_addresses_on_the_open_internet_are_taken(string url, string? refusal)
    {
        await using var academy = await Given.AcademyAsync(DatabaseProvider.Sqlite);

        var made = await academy.RunAsync<ManageWebhooks, Outcome<NewWebhook>>(
            m => m.AddAsync(url, [WebhookEvent.GradingFinished], CancellationToken.None));

        made.Refusal?.Code.ShouldBe(refusal);
        made.IsRefused.ShouldBe(refusal is not null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_log_is_forgotten_after_a_month_and_what_waits_is_not(DatabaseProvider provider)
    {
        await using var academy = await AcademyAsync(provider);
        await AddAsync(academy, WebhookEvent.GradingFinished);
        await academy.PublishAsync(Finished(academy));
        await SendAllAsync(academy);
        _other.Answer = http => AnswerAsync(http, 500, "");
        await academy.PublishAsync(Finished(academy));
        await SendAllAsync(academy);

        academy.Clock.Advance(TimeSpan.FromDays(TidyNotices.LogDays + 1));
        await academy.RunAsync<TidyNotices>(t => t.RunAsync(CancellationToken.None));

        (await OnlyAsync(academy)).State.ShouldBe(DeliveryState.Waiting);
    }

    private static Task<TestAcademy> AcademyAsync(DatabaseProvider provider) =>
        Given.AcademyAsync(provider, ("Notifications:AllowLoopbackWebhooks", "true"));

    private async Task<NewWebhook> AddAsync(TestAcademy academy, params WebhookEvent[] events)
    {
        var made = await academy.RunAsync<ManageWebhooks, Outcome<NewWebhook>>(m => m.AddAsync(_other.Url, events, CancellationToken.None));
        return made.Value.ShouldNotBeNull();
    }

    private static Task SendAllAsync(TestAcademy academy) => academy.RunAsync<SendNext>(async send =>
    {
        while (await send.RunAsync(CancellationToken.None))
        {
        }
    });

    private static GradingFinished Finished(TestAcademy academy) => new(
        Id(academy), Id(academy), Id(academy), "premiers-pas", "abc", "0123456789012345678901234567890123456789", Verdict.Passed, 9, 10, academy.Clock.GetUtcNow());

    private static Guid Id(TestAcademy academy) => Guid.CreateVersion7(academy.Clock.GetUtcNow());

    private static string Signature(string secret, string timestamp, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    private static Task<List<WebhookDelivery>> AllAsync(TestAcademy academy) =>
        academy.RunAsync<AcademyDb, List<WebhookDelivery>>(db => db.Set<WebhookDelivery>().AsNoTracking().ToListAsync());

    private static async Task<WebhookDelivery> OnlyAsync(TestAcademy academy) => (await AllAsync(academy)).ShouldHaveSingleItem();

    private static Task AnswerAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(text);
    }
}
