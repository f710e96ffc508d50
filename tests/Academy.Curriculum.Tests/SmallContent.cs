namespace Academy.Curriculum.Tests;

/// <summary>
/// A small, good content folder: project "bonjour" (io), then "panier" (unit), then the planned "plus-tard". A test changes
/// or spoils it.
/// </summary>
internal sealed class SmallContent : IDisposable
{
    public const string Track = """
        title: { fr: "Piste", en: "Track" }
        summary: { fr: "Une piste.", en: "A track." }
        framework: F1
        stages:
          - title: { fr: "Un", en: "One" }
            projects:
              - { project: bonjour }
              - { project: panier, requires: [bonjour] }
        planned:
          - { id: plus-tard, title: { fr: "Plus tard", en: "Later" }, stage: 1, requires: [panier] }
        """;

    public const string IoProject = """
        title: { fr: "Bonjour", en: "Hello" }
        summary: { fr: "Dire bonjour.", en: "Say hello." }
        xp: 100
        hours: 6
        skills: { environment: 40 }
        grading:
          mode: io
          image: shell
          run: [bash, bonjour.sh]
        """;

    public const string UnitProject = """
        title: { fr: "Panier", en: "Basket" }
        summary: { fr: "Un panier.", en: "A basket." }
        xp: 200
        hours: 10
        skills: { environment: 10 }
        grading:
          mode: unit
          image: python
          report: junit
          run: [pytest]
          limits: { seconds: 20, memoryMb: 256 }
        """;

    public const string IoTests = """
        tests:
          - id: greets
            name: { fr: "Salue", en: "Greets" }
            points: 2
            args: [Ada]
            stdinFile: cases/1.in
            expect: { stdout: "Bonjour Ada\n" }
            hint: "Regarde bien."
          - id: refuses
            name: "Refuse"
            expect: { exitCode: 1 }
        """;

    public const string UnitTests = """
        tests:
          - id: total
            name: { fr: "Total", en: "Total" }
            case: test_panier.TestPanier.test_total
        """;

    public const string JudgeProject = """
        title: { fr: "API", en: "API" }
        summary: { fr: "Une API.", en: "An API." }
        xp: 200
        hours: 10
        skills: { environment: 10 }
        grading:
          mode: judge
          image: node
          report: tap
          run: [node, server.js]
          judge: { image: python, run: [pytest], ready: { port: 8080, path: /sante, seconds: 5 } }
        """;

    public const string JudgeTests = """
        tests:
          - id: answers
            name: "Répond"
            case: 1
        """;

    public SmallContent()
    {
        Write("academy.yml", """
            name: { fr: "École", en: "School" }
            languages: [fr, en]
            rules:
              passMark: 80
              levels: [0, 100, 300]
            """);
        Write("skills.yml", """
            frameworks:
              - code: F1
                title: { fr: "Cadre", en: "Framework" }
                blocks:
                  - title: { fr: "Bloc", en: "Block" }
                    skills:
                      - { id: environment, title: { fr: "Environnement", en: "Environment" } }
            """);
        Write("tracks/piste/track.yml", Track);
        WriteProject("bonjour", IoProject, IoTests);
        Write("projects/bonjour/grader/cases/1.in", "Ada\n");
        WriteProject("panier", UnitProject, UnitTests);
        Write("projects/panier/grader/files/test_panier.py", "# tests");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("academy-content-").FullName;

    public string PathOf(string path) => Path.Combine(Folder, path);

    public SmallContent Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
        return this;
    }

    public SmallContent WriteProject(string slug, string project, string tests)
    {
        Write($"projects/{slug}/project.yml", project);
        Write($"projects/{slug}/subject.fr.md", "## Étape 1\n\nBonjour.\n");
        Write($"projects/{slug}/grader/tests.yml", tests);
        Write($"projects/{slug}/template/README.md", "À toi.");
        return Write($"projects/{slug}/solution/solution.txt", "Voilà.");
    }

    /// <summary>With a third project, "api" (judge).</summary>
    public SmallContent WithApi()
    {
        const string Last = "- { project: panier, requires: [bonjour] }";
        WriteProject("api", JudgeProject, JudgeTests);
        return Replace("tracks/piste/track.yml", Last, $"{Last}\n      - {{ project: api }}");
    }

    public SmallContent Replace(string path, string old, string with)
    {
        var text = File.ReadAllText(PathOf(path));
        if (!text.Contains(old, StringComparison.Ordinal)) throw new ArgumentException($"{path} does not contain: {old}", nameof(old));
        return Write(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    public SmallContent Delete(string path)
    {
        if (Directory.Exists(PathOf(path))) Directory.Delete(PathOf(path), recursive: true);
        else File.Delete(PathOf(path));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
