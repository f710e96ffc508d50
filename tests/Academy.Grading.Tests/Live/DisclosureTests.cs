using System.Net;
using System.Text.Json;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Live;

/// <summary>What learners and trainers see of tests that are hidden, of hints that come later, of bonuses and of parts of points.</summary>
public sealed class DisclosureTests : IAsyncLifetime
{
    private const string Learner = "apprenant@demo.academy";
    private const string Trainer = "formateur@demo.academy";

    private readonly string _content = Directory.CreateTempSubdirectory("academy-content-").FullName;
    private TestSite _site = null!;
    private AttemptInfo _attempt = null!;
    private int _pushes;

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(TestPaths.SmallContent, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_content, Path.GetRelativePath(TestPaths.SmallContent, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var project = Path.Combine(_content, "projects", "hello", "project.yml");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace("hours: 1", "hours: 1\nexam: { minutes: 30 }", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(_content, "projects", "hello", "grader", "tests.yml"), """
            tests:
              - { id: open, name: "Ouvert", points: 4, expect: { exitCode: 1 }, hint: "Piste lointaine", hintAfter: 3, message: { fr: "Mot de l'auteur", en: "The author's word" } }
              - { id: half, name: "À moitié", points: 2, expect: { exitCode: 1 } }
              - { id: bonus, name: "En plus", bonus: true, expect: { exitCode: 1 } }
              - { id: left-out, name: "Laissé", expect: { exitCode: 1 } }
              - { id: later, name: "Nom secret un", visibility: afterPassing, expect: { exitCode: 1 } }
              - { id: exam, name: "Nom secret deux", visibility: afterDeadline, expect: { exitCode: 1 } }
              - { id: never, name: "Nom secret trois", visibility: never, expect: { exitCode: 1 }, hint: "Piste secrète" }
            """);
        _site = await TestSite.StartAsync(("Content:Directory", _content));
        using var api = await _site.ProgramAsync(Learner);
        var registration = await api.JsonAsync(HttpMethod.Post, "/api/v1/projects/hello/registrations");
        await using var scope = _site.Services.CreateAsyncScope();
        _attempt = (await scope.ServiceProvider.GetRequiredService<IEnrolment>()
            .FindAsync(registration.GetProperty("attemptId").GetGuid(), CancellationToken.None)).ShouldNotBeNull();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    [Fact]
    [Trait("Hostile", "15")]
    public async Task Learners_are_told_how_many_tests_are_hidden_and_nothing_of_them()
    {
        var id = await GradedAsync(Verdict.Failed);

        var page = await PageAsync(Learner, id);
        page.ShouldNotContain("Nom secret");
        page.ShouldNotContain("Piste secrète");
        page.ShouldNotContain("Sortie secrète");
        page.ShouldContain("1 autre test s’affichera quand tu auras réussi.");
        page.ShouldContain("1 autre test s’affichera quand le temps sera écoulé.");
        page.ShouldContain("1 autre test reste caché.");

        var answer = await AnswerAsync(Learner, id);
        answer.GetRawText().ShouldNotContain("secr");
        answer.GetProperty("tests").GetArrayLength().ShouldBe(4);
        answer.GetProperty("hiddenTests").EnumerateArray().Select(h => (h.GetProperty("shown").GetString(), h.GetProperty("count").GetInt32()))
            .ShouldBe([("afterPassing", 1), ("afterDeadline", 1), ("never", 1)]);
    }

    [Fact]
    public async Task Trainers_see_everything()
    {
        var id = await GradedAsync(Verdict.Failed);

        var page = await PageAsync(Trainer, id);
        page.ShouldContain("Nom secret un");
        page.ShouldContain("Nom secret trois");
        page.ShouldContain("Piste lointaine");
        (await AnswerAsync(Trainer, id)).GetProperty("tests").GetArrayLength().ShouldBe(7);
    }

    [Fact]
    public async Task After_passing_one_test_more_is_shown_also_of_earlier_gradings()
    {
        var id = await GradedAsync(Verdict.Failed);
        await GradedAsync(Verdict.Passed);

        var page = await PageAsync(Learner, id);
        page.ShouldContain("Nom secret un");
        page.ShouldNotContain("Nom secret deux");
        page.ShouldNotContain("Nom secret trois");
    }

    [Fact]
    public async Task A_hint_comes_after_some_failures_and_the_author_has_the_word()
    {
        var first = await GradedAsync(Verdict.Failed);
        (await PageAsync(Learner, first)).ShouldSatisfyAllConditions(
            p => p.ShouldContain("Elle s’affiche après 2 essais de plus."), p => p.ShouldContain("Mot de l'auteur"), p => p.ShouldNotContain("Piste lointaine"));
        (await AnswerAsync(Learner, first)).GetProperty("tests")[0].ShouldSatisfyAllConditions(
            t => t.GetProperty("hint").ValueKind.ShouldBe(JsonValueKind.Null), t => t.GetProperty("hintInTries").GetInt32().ShouldBe(2));

        var second = await GradedAsync(Verdict.Failed);
        (await PageAsync(Learner, second)).ShouldContain("Elle s’affiche après 1 essai de plus.");

        var third = await GradedAsync(Verdict.Failed);
        (await PageAsync(Learner, third)).ShouldContain("Piste lointaine");
        (await PageAsync(Learner, first)).ShouldNotContain("Piste lointaine");
    }

    [Fact]
    public async Task Parts_of_points_bonuses_and_tests_left_out_are_named()
    {
        var page = await PageAsync(Learner, await GradedAsync(Verdict.Passed, score: 12));

        page.ShouldContain("100\u00a0%");
        page.ShouldContain("Réussi en partie");
        page.ShouldContain("1,5 sur 2 pt");
        page.ShouldContain("Bonus");
        page.ShouldContain("Les tests l’ont laissé de côté\u00a0: pas encore");
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_is_told_kindly_and_precisely()
    {
        var page = await SourceAsync(Learner, await GradedAsync(Verdict.InvalidReport, notice: "`tests[2].score` must be a number <b>"));

        page.ShouldContain("ce qu’ils ont noté est illisible");
        page.ShouldContain("`tests[2].score` must be a number &lt;b&gt;");
    }

    [Fact]
    public async Task What_the_test_command_printed_is_kept_from_learners_when_it_may_name_hidden_tests()
    {
        var id = await GradedAsync(Verdict.Failed, notice: "Sortie secrète");

        (await PageAsync(Learner, id)).ShouldNotContain("Sortie secrète");
        (await PageAsync(Trainer, id)).ShouldContain("Sortie secrète");
    }

    private async Task<Guid> GradedAsync(Verdict verdict, decimal score = 1.5m, string? notice = null)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var curriculum = scope.ServiceProvider.GetRequiredService<ICurriculum>();
        var now = _attempt.StartedAt.AddSeconds(++_pushes);
        var run = new GradingRun(
            _attempt.Id, _attempt.LearnerId, "hello", _attempt.ReleaseId, new string((char)('a' + _pushes), 40), "Essai", now, now);
        run.Start("test", now);
        run.Finish(verdict, score, 8, notice, now);
        db.Add(run);
        foreach (var (position, test) in (await curriculum.GetAsync(_attempt.ReleaseId, CancellationToken.None)).Projects["hello"].Grading.Tests.Index())
        {
            db.Add(new TestResult(run.Id, position, test.Id, test.Points, test.Id switch
            {
                "half" => Finding(TestStatus.Failed, FindingReason.TestSays, "trois sur quatre") with { Points = 1.5m },
                "bonus" => Finding(TestStatus.Passed, FindingReason.None, null),
                "left-out" => Finding(TestStatus.Skipped, FindingReason.Skipped, "pas encore"),
                "open" => Finding(TestStatus.Failed, FindingReason.OutputDiffers, null),
                _ => Finding(TestStatus.Failed, FindingReason.TestSays, "Sortie secrète"),
            }));
        }

        await db.SaveChangesAsync();
        return run.Id;
    }

    private static TestFinding Finding(TestStatus status, FindingReason reason, string? detail) =>
        new(status, reason, TimeSpan.FromMilliseconds(12)) { Detail = detail };

    /// <summary>What a person reads.</summary>
    private async Task<string> PageAsync(string email, Guid id) => WebUtility.HtmlDecode(await SourceAsync(email, id));

    private async Task<string> SourceAsync(string email, Guid id)
    {
        using var browser = await _site.SignInAsync(email);
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        return await browser.GetStringAsync($"/gradings/{id}");
    }

    private async Task<JsonElement> AnswerAsync(string email, Guid id)
    {
        using var api = await _site.ProgramAsync(email);
        return await api.JsonAsync(HttpMethod.Get, $"/api/v1/gradings/{id}");
    }
}
