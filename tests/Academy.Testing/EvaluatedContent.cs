using Academy.Curriculum.Releases;

namespace Academy.Testing;

/// <summary>The small curriculum, whose project "hello" is evaluated by people after the grader; "files" is done by teams of 2 or 3, and evaluated, too.</summary>
public sealed class EvaluatedContent : IDisposable
{
    private const string Rubric = """
        intro: { fr: "Sois bienveillant.", en: "Be kind." }
        sections:
          - title: { fr: "Le code", en: "The code" }
            criteria:
              - { id: runs, kind: yesNo, text: { fr: "Ça marche ?", en: "Does it run?" }, weight: 2 }
              - { id: readable, kind: scale, text: { fr: "C'est lisible ?", en: "Is it readable?" } }
        changes:
          - { fr: "Fais-le saluer deux fois.", en: "Make it greet twice." }

        """;

    /// <param name="rules">Lines of `rules` in academy.yml, two spaces in front.</param>
    /// <param name="peers">How many evaluations each project needs.</param>
    public EvaluatedContent(string rules = "", int peers = 2)
    {
        foreach (var file in Directory.EnumerateFiles(TestPaths.SmallContent, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(TestPaths.SmallContent, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.AppendAllText(Path.Combine(Folder, "academy.yml"), rules);
        foreach (var slug in (string[])["hello", "files"])
        {
            var project = Path.Combine(Folder, "projects", slug);
            File.AppendAllText(Path.Combine(project, "project.yml"), $"evaluation: {{ peers: {peers}, minutes: 30, graderWeight: 50 }}\n");
            File.WriteAllText(Path.Combine(project, "rubric.yml"), Rubric);
        }

        File.AppendAllText(Path.Combine(Folder, "projects", "files", "project.yml"), "team: { min: 2, max: 3 }\n");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("academy-content-").FullName;

    /// <summary>For <see cref="TestAcademy.CreateAsync(Kernel.Data.DatabaseProvider, (string, string)[])"/> and <see cref="TestSite"/>.</summary>
    public (string Key, string Value) Setting => ("Content:Directory", Folder);

    /// <summary>Publishes a newer release of the same projects, with other rules.</summary>
    /// <param name="rules">Lines of `rules` in academy.yml, two spaces in front.</param>
    public Task PublishAsync(TestAcademy academy, string rules)
    {
        File.AppendAllText(Path.Combine(Folder, "academy.yml"), rules);
        return academy.RunAsync<PublishContent>(publish => publish.RunAsync(CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
