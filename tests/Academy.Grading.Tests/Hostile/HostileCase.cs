using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Hostile;

/// <summary>
/// Submissions that want more than to be graded. A case's number is findable as the trait "Hostile", here and in the other test
/// projects; after each of these the next job is normal, and nothing is left on the engine (<see cref="GradingBench"/>).
/// </summary>
[Collection(nameof(HostileCase))]
public abstract class HostileCase(GradingBench bench) : IAsyncLifetime
{
    protected const string AllPassed = "<testsuite><testcase classname='test_cart' name='test_empty'/><testcase classname='test_cart' name='test_sum'/></testsuite>";

    protected GradingBench Bench { get; } = bench;

    /// <summary>The author's files.</summary>
    protected DirectoryInfo Author { get; } = Directory.CreateTempSubdirectory("academy-hostile-");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        Author.Delete(recursive: true);
        var next = await Bench.GradeAsync(IoPlan(IoTest("greets", "Bonjour\n", compare: Comparison.Contains)), ("main.sh", "ls -A /tmp /report; echo Bonjour"));
        next.Report.Verdict.ShouldBe(Verdict.Passed);
        next.Findings[0].Output.ShouldBe("/report:\n\n/tmp:\nBonjour\n");
        await Bench.NothingIsLeftAsync();
    }

    /// <summary>Two tests of a cart.</summary>
    private protected GradingPlan Pytest()
    {
        File.WriteAllText(
            Path.Combine(Author.FullName, "test_cart.py"),
            """
            from cart import total

            def test_empty():
                assert total([]) == 0, "le total de rien est 0"

            def test_sum():
                assert total([1, 2]) == 3
            """);
        File.WriteAllText(Path.Combine(Author.FullName, "conftest.py"), "");
        File.WriteAllText(Path.Combine(Author.FullName, "pytest.ini"), "[pytest]\njunit_family = xunit1\n");
        return new GradingPlan(
            GradingMode.Unit, "python", null,
            // -I: the learner's folder is no place to look for pytest in.
            ["python3", "-I", "-m", "pytest", "-q", "-c", "pytest.ini", "--rootdir=/work", "-p", "no:cacheprovider", "--junitxml=/report/junit.xml", "test_cart.py"],
            ReportFormat.JUnit, Limits, Author.FullName,
            [CaseTest("empty", "test_cart.test_empty"), CaseTest("sum", "test_cart.test_sum")]);
    }
}

[CollectionDefinition(nameof(HostileCase))]
public sealed class HostileCases : ICollectionFixture<GradingBench>;
