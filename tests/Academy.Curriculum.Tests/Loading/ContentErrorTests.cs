using Academy.Testing;

namespace Academy.Curriculum.Tests.Loading;

/// <summary>Each mistake is named with its file, its line and what is expected.</summary>
public sealed class ContentErrorTests : IDisposable
{
    private const string Hello = "projects/bonjour/project.yml";
    private const string HelloTests = "projects/bonjour/grader/tests.yml";
    private const string Basket = "projects/panier/project.yml";
    private const string BasketTests = "projects/panier/grader/tests.yml";
    private const string Judged = "projects/api/project.yml";
    private const string JudgedTests = "projects/api/grader/tests.yml";
    private const string TrackYml = "tracks/piste/track.yml";
    private const string Subject = "projects/bonjour/subject.fr.md";

    private readonly SmallContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory]
    // academy.yml and skills.yml
    [InlineData("academy.yml", "passMark: 80", "passMark: 101", ":4: `passMark` must be a whole number from 1 to 100.")]
    [InlineData("academy.yml", "[0, 100, 300]", "[0, 300, 100]", ":5: `levels` must grow: 100 comes after 300.")]
    [InlineData("academy.yml", "[0, 100, 300]", "[100, 300]", ":5: `levels` must begin with 0: that is where a learner starts.")]
    [InlineData("academy.yml", "[fr, en]", "[fr, english]", ":2: \"english\" is not a language: write two lower-case letters, such as fr.")]
    [InlineData("academy.yml", """{ fr: "École", en: "School" }""", """{ en: "School" }""", ":1: `name` has no text in the default language, fr.")]
    [InlineData("skills.yml", "- code: F1", "- code: F1\n    kode: F2", ":3: `kode` is not a key that is known here. Did you mean `code`?")]
    [InlineData("skills.yml", "id: environment, title", "id: Environment, title", ":7: `id` must be lower-case letters, digits and hyphens, at most 60.")]
    // track.yml
    [InlineData(TrackYml, "framework: F1", "framework: F2", ":3: `framework`: \"F2\" is not known. Did you mean \"F1\"?")]
    [InlineData(TrackYml, "project: bonjour", "project: bonjuor", ":7: `project`: \"bonjuor\" is not known. Did you mean \"bonjour\"?")]
    [InlineData(TrackYml, "requires: [bonjour]", "requires: [xyz]", ":8: `requires`: \"xyz\" is not known. Known are: bonjour, panier, plus-tard.")]
    [InlineData(TrackYml, "requires: [bonjour]", "requires: [plus-tard]", ":8: `panier` requires the planned project `plus-tard`: nobody could ever begin it.")]
    [InlineData(TrackYml, "project: bonjour }", "project: bonjour, requires: [panier] }", ":8: These projects require each other in a circle: bonjour → panier → bonjour.")]
    [InlineData(TrackYml, "requires: [panier]", "requires: [plus-tard]", ":10: These projects require each other in a circle: plus-tard → plus-tard.")]
    [InlineData(TrackYml, "stage: 1", "stage: 2", ":10: `stage` must be a whole number from 1 to 1.")]
    [InlineData(TrackYml, "id: plus-tard", "id: panier", ":10: `panier` has a folder in projects/: move it from `planned` to its stage.")]
    // project.yml
    [InlineData(Hello, "xp: 100", "xp: lots", ":3: `xp` must be a whole number from 1 to 5000.")]
    [InlineData(Hello, "hours: 6\n", "", ":1: `hours` is missing.")]
    [InlineData(Hello, "environment: 40", "environement: 40", ":5: `environement`: \"environement\" is not known. Did you mean \"environment\"?")]
    [InlineData(Hello, "{ environment: 40 }", "{}", ":5: `skills` must name at least one skill of skills.yml.")]
    [InlineData(Hello, "image: shell", "image: shel", ":8: `image`: \"shel\" is not known. Did you mean \"shell\"?")]
    [InlineData(Hello, "mode: io", "mode: i", ":7: `mode`: \"i\" is not known. Did you mean \"io\"?")]
    [InlineData(Hello, "mode: io", "mode: judge", ":7: `judge` is missing.")]
    [InlineData(Hello, "hours: 6", "hours: 6\nexam: { minutes: 0 }", ":5: `minutes` must be a whole number from 1 to 10080.")]
    [InlineData(Hello, "image: shell", "image: exemple.fr/École", ":8: `image`: \"exemple.fr/École\" is not the name of a Docker image, such as registry.example.org/school/java:21.")]
    [InlineData(Hello, "image: shell", "image: ../shell", ":8: `image`: \"../shell\" is not the name of a Docker image, such as registry.example.org/school/java:21.")]
    [InlineData(Hello, "image: shell", "image: shell\n  reportFile: /report/x", ":9: `reportFile` belongs to the modes judge and unit.")]
    [InlineData(Hello, "image: shell", "image: shell\n  judge: { image: shell }", ":9: `judge` belongs to mode judge.")]
    [InlineData(Hello, "run: [bash, bonjour.sh]", "run: bash bonjour.sh", ":9: `run` must be a list: the program, then its arguments, as in [python3, main.py].")]
    [InlineData(Hello, "run: [bash, bonjour.sh]", "report: junit\n  run: [bash]", ":9: `report` belongs to the modes judge and unit.")]
    [InlineData(Hello, "{ fr: \"Bonjour\", en", "{ fr: \"\", en", ":1: `title` must not be empty.")]
    [InlineData(Basket, "memoryMb: 256", "memoryMb: 9000", ":11: `memoryMb` must be a whole number from 16 to 2048.")]
    [InlineData(Basket, "seconds: 20", "second: 20", ":11: `second` is not a key that is known here. Did you mean `seconds`?")]
    [InlineData(Basket, "report: junit", "report: exitCode", ":10: With `report: exitCode` each test in tests.yml has its own `run`.")]
    [InlineData(Basket, "report: junit", "report: junut", ":9: `report`: \"junut\" is not known. Did you mean \"junit\"?")]
    [InlineData(Basket, "report: junit", "report: xml", ":9: `report`: \"xml\" is not known. Known are: junit, tap, ctrf, exercism, gradescope, prairielearn, exitCode.")]
    [InlineData(Basket, "report: junit", "report: junit\n  reportFile: /etc/junit.xml", ":10: `reportFile` must be the absolute path of a file under /report, /work or /tmp, without \"..\".")]
    [InlineData(Basket, "report: junit", "report: junit\n  reportFile: /work/../etc/x", ":10: `reportFile` must be the absolute path of a file under /report, /work or /tmp, without \"..\".")]
    [InlineData(Basket, "report: junit", "report: tap\n  reportFile: stdout", ":10: `reportFile: stdout` belongs to mode judge with `report: tap`.")]
    [InlineData(Basket, "report: junit", "report: exitCode\n  reportFile: /report/x", ":10: With `report: exitCode` there is no report, and so no `reportFile`.")]
    [InlineData(Basket, "report: junit\n  run: [pytest]\n", "run: [pytest]\n", ":7: `report` is missing.")]
    // judge
    [InlineData(Judged, "report: tap", "report: exitCode", ":9: `report: exitCode` belongs to mode unit: a judge writes a report.")]
    [InlineData(Judged, "  run: [node, server.js]\n", "", ":7: `run` is missing.")]
    [InlineData(Judged, "image: python, ", "image: pyton, ", ":11: `image`: \"pyton\" is not known. Did you mean \"python\"?")]
    [InlineData(Judged, "port: 8080, ", "", ":11: `port` is missing.")]
    [InlineData(Judged, "port: 8080", "port: 80800", ":11: `port` must be a whole number from 1 to 65535.")]
    [InlineData(Judged, "path: /sante", "path: sante", ":11: `path` must be the path of an address: it begins with / and has no spaces.")]
    [InlineData(Judged, "seconds: 5", "seconds: 500", ":11: `seconds` must be a number from 0.1 to 120, with at most two decimals.")]
    [InlineData(Judged, "run: [pytest], ready: { port: 8080, path: /sante, seconds: 5 }", "run: [pytest]", ":11: `ready` is missing.")]
    [InlineData(JudgedTests, "case: 1", "run: [x]", ":4: With a report, one `run` in project.yml runs all tests.")]
    // grader/tests.yml
    [InlineData(HelloTests, "points: 2", "bonus: yes", ":4: `bonus` must be true or false.")]
    [InlineData(HelloTests, "points: 2", "visibility: later", ":4: `visibility`: \"later\" is not known. Known are: always, afterPassing, afterDeadline, never.")]
    [InlineData(HelloTests, "points: 2", "visibility: afterDeadline", ":4: `visibility: afterDeadline` needs `exam` in project.yml: without it there is no deadline.")]
    [InlineData(HelloTests, "    hint: \"Regarde bien.\"\n", "    hintAfter: 3\n", ":8: `hintAfter` needs a `hint`.")]
    [InlineData(HelloTests, "    name: \"Refuse\"", "    message: \"\"\n    name: \"Refuse\"", ":10: `message` must not be empty.")]
    [InlineData(HelloTests, "{ exitCode: 1 }", "{ exitCode: 1 }\n    require: [a.txt]", ":11: `expect` has no place in a test with `require`, `forbid` or `norm`.")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "require: [../a.txt]", ":11: \"../a.txt\" must be a path under the work folder, without \"..\".")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "require: [a.txt]\n    norm: [lint]", ":9: Give one of `require`, `forbid` and `norm`: each is a test of its own.")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "require: [a.txt]\n    seconds: 3", ":12: `seconds` belongs to tests that run something.")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "forbid: { in: [\"*.py\"] }", ":11: `forbid` needs `calls`, `modules`, or both.")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "forbid: { calls: [\"eval(\"] }", ":11: \"eval(\" must be a name without brackets, such as eval or os.system.")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "forbid: { modules: [\"import os\"] }", ":11: \"import os\" must be the name of a module, such as os, node:fs or stdlib.h.")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "forbid: { modules: [os], in: [/etc/*] }", ":11: \"/etc/*\" must be a pattern of paths under the work folder, such as *.py or src/**/*.js.")]
    [InlineData(HelloTests, "expect: { exitCode: 1 }", "forbid: { modules: [os], calls: [eval], files: [x] }", ":11: `files` is not a key that is known here. Known are: calls, modules, in.")]
    [InlineData(BasketTests, "    case:", "    seconds: 2\n    case:", ":4: One command runs all tests: write `limits: { seconds: … }` in project.yml.")]
    [InlineData(BasketTests, "case: test_panier.TestPanier.test_total", "bonus: true\n    case: a", ":1: Every test is a bonus: there must be one that is not, so that there are points to earn.")]
    [InlineData(BasketTests, "case: test_panier.TestPanier.test_total", "case: \"*\"", ":4: `case: \"*\"`, the whole report, belongs to the reports exercism, gradescope and prairielearn.")]
    [InlineData(HelloTests, "points: 2", "points: 0", ":4: `points` must be a number from 0.01 to 1000, with at most two decimals.")]
    [InlineData(HelloTests, "id: refuses", "id: greets", ":9: Two tests have the id `greets`.")]
    [InlineData(HelloTests, "{ exitCode: 1 }", "{ exitCode: 0 }", ":11: This test expects nothing: give `stdout`, `stdoutFile`, `files`, or an `exitCode` that is not 0.")]
    [InlineData(HelloTests, "{ exitCode: 1 }", "{ exitCode: any }", ":11: This test expects nothing: give `stdout`, `stdoutFile`, `files`, or an `exitCode` that is not 0.")]
    [InlineData(HelloTests, "\n    expect: { exitCode: 1 }", "", ":9: `expect` is missing.")]
    [InlineData(HelloTests, "cases/1.in", "../project.yml", ":6: `stdinFile` must be the path of a file under grader/, without \"..\".")]
    [InlineData(HelloTests, "cases/1.in", "cases/2.in", ":6: There is no file projects/bonjour/grader/cases/2.in.")]
    [InlineData(HelloTests, "cases/1.in", "cases/1.in\n    stdin: x", ":6: Give either `stdin` or `stdinFile`, not both.")]
    [InlineData(HelloTests, "args: [Ada]", "files: { ../a: x }", ":5: \"../a\" must be a path under the work folder, without \"..\".")]
    [InlineData(HelloTests, "args: [Ada]", "case: a.b", ":5: `case` belongs to the modes judge and unit with a report.")]
    [InlineData(BasketTests, "case: test_panier.TestPanier.test_total", "args: [x]", ":2: `case` is missing.")]
    [InlineData(BasketTests, "    case:", "    stdin: x\n    case:", ":4: `stdin` belongs to mode io.")]
    // subject
    [InlineData(Subject, "## Étape 1", "# Étape 1", ":1: Headings begin at ##: the page already has the title.")]
    [InlineData(Subject, "Bonjour.", "![Un arbre](arbre.svg)", ":3: There is no file \"arbre.svg\" beside the subject or in images/.")]
    [InlineData(Subject, "Bonjour.", "![Un arbre](https://example.org/arbre.svg)", ":3: The image \"https://example.org/arbre.svg\" must be a file beside the subject or in images/.")]
    [InlineData(Subject, "Bonjour.", "[Ici](#etape-2)", ":3: There is no heading \"#etape-2\" in this subject. Did you mean \"etape-1\"?")]
    [InlineData(Subject, "Bonjour.", "[Ici](/projects/panieer)", ":3: There is no project \"panieer\". Did you mean \"panier\"?")]
    [InlineData(Subject, "Bonjour.", "[Ici](grader/tests.yml)", ":3: There is no file \"grader/tests.yml\" beside the subject or in images/.")]
    [InlineData(Subject, "Bonjour.", "[Ici](javascript:alert)", ":3: The link \"javascript:alert\" leads nowhere: write https://…, #heading, /projects/<slug> or the name of a file beside the subject.")]
    public void Names_file_line_and_what_is_expected(string file, string old, string with, string expected)
    {
        if (file.StartsWith("projects/api/", StringComparison.Ordinal)) _content.WithApi();
        _content.Replace(file, old, with);

        _content.Read().Errors.ShouldContain(file + expected);
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x", ":1: Anchors (&) and aliases (*) are not used here: write the value out, or put it in quotes.")]
    [InlineData("name: !include other.yml", ":1: Tags (!) are not used here: put the value in quotes.")]
    [InlineData("name: one\nname: two", ":2: This is not YAML: Duplicate key")]
    [InlineData("name: [one\nrules:", ":1: This is not YAML: something after this place is not closed or not well indented.")]
    [InlineData("name: \"one", ":1: This is not YAML:")]
    [InlineData("- a\n- b", ":1: The file must be one list of keys and values.")]
    [InlineData("", ":1: The file must be one list of keys and values.")]
    public void Refuses_yaml_that_surprises(string text, string expected)
    {
        _content.Write("academy.yml", text);

        _content.Read().Errors.ShouldContain(e => e.StartsWith("academy.yml" + expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Nesting_without_end_is_an_error_and_not_a_crash()
    {
        _content.Write("academy.yml", "name: " + new string('[', 100_000));

        _content.Read().Errors.ShouldContain("academy.yml:1: This is nested too deeply.");
    }

    [Fact]
    public void Whatever_an_editor_leaves_in_a_file_reading_goes_on()
    {
        var random = new Random(42);
        foreach (var path in new[] { "academy.yml", "skills.yml", TrackYml, Hello, HelloTests, Basket, Subject })
        {
            var good = File.ReadAllText(_content.PathOf(path));
            for (var i = 0; i < 100; i++)
            {
                var (at, length) = (random.Next(good.Length), random.Next(8));
                var spoilt = good.Remove(at, Math.Min(length, good.Length - at)).Insert(at, Noise(random));
                Should.NotThrow(() => _content.Write(path, spoilt).Read(), spoilt);
            }

            _content.Write(path, good);
        }

        _content.Read().Errors.ShouldBeEmpty();
    }

    private static string Noise(Random random) => new(random.GetItems("[]{}:-#\"'|>&*! \n\t,?%@`~x1".AsSpan(), random.Next(1, 4)));

    [Theory]
    [InlineData("academy.yml", "academy.yml: This file is missing.")]
    [InlineData(Hello, "projects/bonjour/project.yml: This file is missing.")]
    [InlineData(Subject, "projects/bonjour/subject.fr.md: This file is missing.")]
    [InlineData(HelloTests, "projects/bonjour/grader/tests.yml: This file is missing.")]
    [InlineData("tracks", "tracks: There must be at least one track.")]
    [InlineData("projects/bonjour/template", "projects/bonjour/template: There must be at least one file: it is the learner's starting repository.")]
    [InlineData("projects/bonjour/solution", "projects/bonjour/solution: There must be at least one file: the reference solution proves that the tests can be passed.")]
    public void Names_what_is_missing(string path, string expected)
    {
        _content.Delete(path);

        _content.Read().Errors.ShouldContain(expected);
    }

    [Theory]
    [InlineData("project/bonjour/project.yml")]
    [InlineData("tracks/piste/trak.yml")]
    [InlineData("projects/bonjour/subject.de.md")]
    [InlineData("projects/bonjour/page.html")]
    [InlineData("projects/bonjour/.secret.png")]
    [InlineData("projects/bonjour/mutants/main.sh")]
    [InlineData("projects/bonjour/mutants/Too Late/main.sh")]
    public void Names_a_file_that_has_no_place(string path)
    {
        _content.Write(path, "x");

        _content.Read().Errors.ShouldContain(e => e.StartsWith($"{path}: This file has no place here.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_that_no_track_names_is_an_error()
    {
        _content.WriteProject("oublie", SmallContent.IoProject, SmallContent.IoTests).Write("projects/oublie/grader/cases/1.in", "");

        _content.Read().Errors.ShouldBe(["projects/oublie: No track names this project, so nobody could reach it."]);
    }

    [Fact]
    public void All_errors_are_found_at_once()
    {
        _content.Replace(Hello, "xp: 100", "xp: many").Replace(Hello, "hours: 6", "hours: many").Replace(HelloTests, "points: 2", "points: -1");

        _content.Read().Errors.Count.ShouldBe(3);
    }

    [Fact]
    public void A_symbolic_link_is_not_followed()
    {
        File.CreateSymbolicLink(_content.PathOf("projects/bonjour/template/secret"), "/etc/hostname");

        var (_, errors) = _content.Read();

        errors.ShouldBe(["projects/bonjour/template/secret: This is a symbolic link: put the file itself here."]);
    }

    [Fact]
    public void Text_that_is_not_utf8_and_files_that_are_too_large_are_errors()
    {
        File.WriteAllBytes(_content.PathOf(Subject), [0xff, 0xfe, 0x00]);
        File.WriteAllBytes(_content.PathOf("projects/bonjour/template/big.bin"), new byte[9 * 1024 * 1024]);

        _content.Read().Errors.ShouldBe(
        [
            $"{Subject}: This file must be text in UTF-8.",
            "projects/bonjour/template/big.bin: This file is too large: at most 8192 kB.",
        ]);
    }
}
