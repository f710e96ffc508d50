using Academy.Cli.Content;
using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Importing;

/// <summary>The content folder that an import writes to.</summary>
internal sealed class TargetContent(OpenedContent content)
{
    public string Folder => content.Folder;

    public Release Release => content.Release;

    /// <summary>Opens the content, or begins a small one in English where there is none; null when what is there has errors.</summary>
    public static TargetContent? Open(string folder, IStringLocalizer texts, TextWriter errors)
    {
        if (!File.Exists(Path.Combine(folder, "academy.yml"))) Begin(folder);
        if (OpenedContent.Open(folder, texts, errors) is not { } content) return null;

        // One that was only just begun names no track and no project yet.
        var broken = content.Errors.Where(e => e.File != "tracks").ToList();
        foreach (var error in broken) errors.WriteLine($"✗ {content.Say(error, texts)}");
        return broken.Count == 0 ? new TargetContent(content) : null;
    }

    /// <summary>The same sentence in each language of which one has to be there, or in English as well.</summary>
    public Text Text(string english) => new(
        Release.Languages.Where((language, index) => index == 0 || language == "en").ToDictionary(language => language, _ => english));

    /// <summary>Writes the subject, in the default language and in English if that is another one.</summary>
    public void WriteSubject(string projectFolder, string subject)
    {
        foreach (var language in Release.Languages.Where((language, index) => index == 0 || language == "en"))
            File.WriteAllText(Path.Combine(projectFolder, $"subject.{language}.md"), subject);
    }

    /// <summary>Points go to the first skill: which one an exercise is about, nobody has said.</summary>
    public IReadOnlyDictionary<string, int> Skills(int points) => new Dictionary<string, int> { [Release.Skills.Keys.First()] = points };

    public string FolderOf(string slug) => Path.Combine(Folder, "projects", slug);

    private static void Begin(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "projects"));
        Directory.CreateDirectory(Path.Combine(folder, "tracks"));
        File.WriteAllText(
            Path.Combine(folder, "academy.yml"),
            """
            name: "Academy"
            languages: [en]
            rules:
              passMark: 80
              levels: [0, 100, 300, 700, 1500, 3000]

            """);
        File.WriteAllText(
            Path.Combine(folder, "skills.yml"),
            """
            frameworks:
              - code: PROGRAMMING
                title: "Programming"
                blocks:
                  - title: "Programming"
                    skills:
                      - { id: programming, title: "Programming" }

            """);
    }
}
