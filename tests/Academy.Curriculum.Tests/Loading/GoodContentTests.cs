using Academy.Contracts.Curriculum;
using Academy.Testing;

namespace Academy.Curriculum.Tests.Loading;

public sealed class GoodContentTests : IDisposable
{
    private readonly SmallContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Reads_everything_into_the_release()
    {
        var (release, errors) = _content.Read();

        errors.ShouldBeEmpty();
        release.AcademyName.In("en").ShouldBe("School");
        release.Rules.Levels.ShouldBe([0, 100, 300]);
        release.Skills["environment"].Title.In("fr").ShouldBe("Environnement");
        var track = release.Tracks.ShouldHaveSingleItem();
        track.Projects.Select(p => p.Slug).ShouldBe(["bonjour", "panier"]);
        track.Stages[0].Projects[1].Requires.ShouldBe(["bonjour"]);
        track.Planned.ShouldHaveSingleItem().Stage.ShouldBe(0);
        release.Projects.Keys.ShouldBe(["bonjour", "panier"], ignoreOrder: true);
    }

    [Fact]
    public void Reads_an_io_project()
    {
        var project = _content.Read().Release.Projects["bonjour"];

        project.Xp.ShouldBe(100);
        project.Skills["environment"].ShouldBe(40);
        project.MaxScore.ShouldBe(3);
        var plan = project.Grading;
        plan.Mode.ShouldBe(GradingMode.Io);
        plan.Run.ShouldBe(["bash", "bonjour.sh"]);
        plan.FilesFolder.ShouldBeNull();
        plan.Limits.ShouldBe(new GradingLimits(5, 20, 128, 64, 64, 32));
        plan.Tests[0].Args.ShouldBe(["Ada"]);
        plan.Tests[0].Stdin.ShouldBe("Ada\n");
        plan.Tests[0].Expect.ShouldNotBeNull().Stdout.ShouldBe("Bonjour Ada\n");
        plan.Tests[0].Hint.ShouldNotBeNull().In("en").ShouldBe("Regarde bien.");
        plan.Tests[1].Expect.ShouldNotBeNull().ExitCode.ShouldBe(1);
        plan.Tests[1].Expect!.Stdout.ShouldBeNull();
    }

    [Fact]
    public void Reads_a_unit_project()
    {
        var plan = _content.Read().Release.Projects["panier"].Grading;

        plan.Mode.ShouldBe(GradingMode.Unit);
        plan.Report.ShouldBe(ReportFormat.JUnit);
        plan.Limits.Seconds.ShouldBe(20);
        plan.FilesFolder.ShouldBe(Path.Combine(_content.Folder, "projects", "panier", "grader", "files"));
        plan.Tests[0].Case.ShouldBe("test_panier.TestPanier.test_total");
        plan.Tests[0].Expect.ShouldBeNull();
    }

    [Fact]
    public void Reads_a_judge_project()
    {
        var plan = _content.WithApi().Read().Release.Projects["api"].Grading;

        plan.Mode.ShouldBe(GradingMode.Judge);
        plan.Image.ShouldBe("node");
        plan.Run.ShouldBe(["node", "server.js"]);
        plan.Report.ShouldBe(ReportFormat.Tap);
        plan.ReportFile.ShouldBe("/report/report.tap");
        var judge = plan.Judge.ShouldNotBeNull();
        judge.Run.ShouldBe(["pytest"]);
        (judge.Image, judge.Port, judge.ReadyPath, judge.ReadySeconds).ShouldBe(("python", 8080, "/sante", 5));
        plan.Tests[0].Case.ShouldBe("1");
    }

    [Fact]
    public void A_judge_is_ready_when_its_port_answers_unless_a_path_is_given()
    {
        var content = _content.WithApi().Replace("projects/api/project.yml", "{ port: 8080, path: /sante, seconds: 5 }", "{ port: 8080 }");

        var judge = content.Read().Release.Projects["api"].Grading.Judge.ShouldNotBeNull();
        (judge.ReadyPath, judge.ReadySeconds).ShouldBe((null, 10));
    }

    [Theory]
    [InlineData("junit", ReportFormat.JUnit, "/report/junit.xml")]
    [InlineData("tap", ReportFormat.Tap, "/report/report.tap")]
    [InlineData("ctrf", ReportFormat.Ctrf, "/report/ctrf.json")]
    [InlineData("exercism", ReportFormat.Exercism, "/report/results.json")]
    [InlineData("gradescope", ReportFormat.Gradescope, "/report/results.json")]
    [InlineData("prairielearn", ReportFormat.PrairieLearn, "/report/results.json")]
    [InlineData("ctrf\n  reportFile: /work/out/r.json", ReportFormat.Ctrf, "/work/out/r.json")]
    public void Reads_every_format_of_report(string written, ReportFormat format, string file)
    {
        var (release, errors) = _content.Replace("projects/panier/project.yml", "report: junit", $"report: {written}").Read();

        errors.ShouldBeEmpty();
        var plan = release.Projects["panier"].Grading;
        (plan.Report, plan.ReportFile).ShouldBe((format, file));
    }

    [Fact]
    public void A_judge_may_print_tap()
    {
        var (release, errors) = _content.WithApi().Replace("projects/api/project.yml", "report: tap", "report: tap\n  reportFile: stdout").Read();

        errors.ShouldBeEmpty();
        release.Projects["api"].Grading.ReportFile.ShouldBe(GradingPlan.PrintedReport);
    }

    [Theory]
    [InlineData("registry.example.org:5000/school/java:21")]
    [InlineData("school/java")]
    [InlineData("java:21")]
    [InlineData("localhost:5000/java@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void An_author_may_bring_an_image(string image)
    {
        var (release, errors) = _content.Replace("projects/bonjour/project.yml", "image: shell", $"image: {image}").Read();

        errors.ShouldBeEmpty();
        release.Projects["bonjour"].Grading.Image.ShouldBe(image);
    }

    [Fact]
    public void Reads_what_a_test_may_say_of_itself()
    {
        var (release, errors) = _content
            .Replace("projects/bonjour/project.yml", "hours: 6", "hours: 6\nexam: { minutes: 90 }")
            .Replace("projects/bonjour/grader/tests.yml", "points: 2",
                "points: 2\n    bonus: true\n    visibility: afterDeadline\n    hintAfter: 3\n    message: { fr: Non, en: No }")
            .Write("projects/bonjour/mutants/always-zero/bonjour.sh", "exit 0")
            .Read();

        errors.ShouldBeEmpty();
        var project = release.Projects["bonjour"];
        project.ExamTime.ShouldBe(TimeSpan.FromMinutes(90));
        project.MaxScore.ShouldBe(1);
        var test = project.Grading.Tests[0];
        (test.IsBonus, test.Visibility, test.HintAfter).ShouldBe((true, TestVisibility.AfterDeadline, 3));
        test.Message.ShouldNotBeNull().In("en").ShouldBe("No");
        project.Grading.Tests[1].ShouldSatisfyAllConditions(
            t => t.IsBonus.ShouldBeFalse(), t => t.Visibility.ShouldBe(TestVisibility.Always), t => t.HintAfter.ShouldBe(0), t => t.Check.ShouldBeNull());
    }

    [Theory]
    [InlineData("projects/bonjour/grader/tests.yml", "expect: { exitCode: 1 }")]
    [InlineData("projects/panier/grader/tests.yml", "case: test_panier.TestPanier.test_total")]
    [InlineData("projects/api/grader/tests.yml", "case: 1")]
    public void Static_checks_are_tests_of_any_mode(string file, string keys)
    {
        _content.WithApi().Replace(file, keys, """
            require: [src/main.py, README.md]
              - id: no-eval
                name: "Sans eval"
                forbid: { calls: [eval, os.system], modules: [subprocess, node:fs, stdio.h], in: ["*.py", "src/**/*.js"] }
              - id: norm
                name: "Norme"
                norm: [python3, norme.py]
                seconds: 2
            """);

        var (release, errors) = _content.Read();

        errors.ShouldBeEmpty();
        var checks = release.Projects[file.Split('/')[1]].Grading.Tests.Where(t => t.Check is not null).ToList();
        checks[0].Check!.RequiredFiles.ShouldBe(["src/main.py", "README.md"]);
        checks[1].Check!.ForbiddenCalls.ShouldBe(["eval", "os.system"]);
        checks[1].Check!.ForbiddenModules.ShouldBe(["subprocess", "node:fs", "stdio.h"]);
        checks[1].Check!.In.ShouldBe(["*.py", "src/**/*.js"]);
        checks[2].Check!.Norm.ShouldBe(["python3", "norme.py"]);
        checks[2].Seconds.ShouldBe(2);
    }

    [Fact]
    public void The_default_language_comes_first_whatever_the_order_in_the_file()
    {
        _content.Replace("projects/bonjour/project.yml", """{ fr: "Bonjour", en: "Hello" }""", """{ en: "Hello", fr: "Bonjour" }""");

        _content.Read().Release.Projects["bonjour"].Title.In("de").ShouldBe("Bonjour");
    }

    [Fact]
    public void The_id_depends_on_paths_contents_and_executable_bits_only()
    {
        var id = _content.Read().Release.Id;
        using var same = new SmallContent();
        same.Read().Release.Id.ShouldBe(id);

        _content.Write("projects/bonjour/template/autre.txt", "").Read().Release.Id.ShouldNotBe(id);
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(same.PathOf("projects/bonjour/template/README.md"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        same.Read().Release.Id.ShouldNotBe(id);
    }

    [Fact]
    public void Ignores_what_editors_and_test_runs_leave_behind()
    {
        var id = _content.Read().Release.Id;

        _content.Write("projects/panier/solution/__pycache__/x.pyc", "").Write("projects/panier/project.yml~", "").Write(".git/HEAD", "");

        _content.Read().ShouldSatisfyAllConditions(r => r.Errors.ShouldBeEmpty(), r => r.Release.Id.ShouldBe(id));
    }
}
