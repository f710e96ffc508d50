using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Tests.Queue;

public sealed class TestResultTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whatever_a_program_prints_can_be_kept(DatabaseProvider provider)
    {
        const string hostile = "<b>\0\e[31m\u202e\ud800é";
        await using var academy = await TestAcademy.CreateAsync(provider);
        var now = academy.Clock.GetUtcNow();
        var run = new GradingRun(Guid.CreateVersion7(now), Guid.CreateVersion7(now), "p", "r", new string('a', 40), "", now, now);
        run.Finish(Verdict.InvalidReport, 0, 1, hostile, now);
        var finding = new TestFinding(TestStatus.Failed, FindingReason.TestSays, TimeSpan.Zero)
        {
            Detail = hostile,
            Output = hostile,
            Errors = hostile,
            Points = 0.5m,
            Visibility = TestVisibility.Never,
        };
        await academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(run);
            db.Add(new TestResult(run.Id, 0, "a", 1, finding));
            await db.SaveChangesAsync();
        });

        await academy.RunAsync<AcademyDb>(async db =>
        {
            const string kept = "<b>\uFFFD\e[31m\u202e\uFFFDé";
            (await db.Set<GradingRun>().AsNoTracking().SingleAsync()).Notice.ShouldBe(kept);
            var result = await db.Set<TestResult>().AsNoTracking().SingleAsync();
            (result.Detail, result.Output, result.Errors, result.OutputIsCut).ShouldBe((kept, kept, kept, false));
            (result.Points, result.Visibility).ShouldBe((0.5m, TestVisibility.Never));
        });
    }

    [Fact]
    public void What_is_too_long_is_cut_between_characters_and_said_to_be_cut()
    {
        var finding = new TestFinding(TestStatus.Failed, FindingReason.TestSays, TimeSpan.Zero)
        {
            Detail = new string('x', TestResult.MaxText - 1) + "😀",
        };

        var result = new TestResult(Guid.Empty, 0, "a", 1, finding);

        result.OutputIsCut.ShouldBeTrue();
        result.Detail!.Length.ShouldBe(TestResult.MaxText - 1);
    }

    [Theory]
    [InlineData(7, 10, 70)]
    [InlineData(12, 10, 100)]
    [InlineData(7.99, 10, 79)]
    [InlineData(3, 0, 0)]
    public void A_mark_is_at_most_100_whatever_the_bonuses(double score, double maxScore, int percent)
    {
        var now = DateTimeOffset.UnixEpoch;
        var run = new GradingRun(Guid.Empty, Guid.Empty, "p", "r", new string('a', 40), "", now, now);

        run.Finish(Verdict.Passed, (decimal)score, (decimal)maxScore, null, now);

        run.Percent.ShouldBe(percent);
        new GradingFinished(Guid.Empty, Guid.Empty, Guid.Empty, "p", "r", "c", Verdict.Passed, run.Score, run.MaxScore, now).Percent.ShouldBe(percent);
    }
}
