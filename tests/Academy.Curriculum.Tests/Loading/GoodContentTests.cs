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
