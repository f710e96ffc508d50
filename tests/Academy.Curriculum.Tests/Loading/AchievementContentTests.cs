using Academy.Contracts.Curriculum;

namespace Academy.Curriculum.Tests.Loading;

public sealed class AchievementContentTests : IDisposable
{
    private const string Good = """
        achievements:
          - id: premier
            title: { fr: "Le premier pas", en: "The first step" }
            text: { fr: "Valider un projet.", en: "Validate a project." }
            when: { projects: 1 }
          - id: haut
            title: { fr: "Haut", en: "High" }
            text: { fr: "Atteindre le niveau 2.", en: "Reach level 2." }
            when: { level: 2 }
        """;

    private readonly SmallContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void A_curriculum_may_do_without() => _content.Read().Release.Achievements.ShouldBeEmpty();

    [Fact]
    public void Reads_each_with_what_it_takes()
    {
        var (release, errors) = _content.Write("achievements.yml", Good).Read();

        errors.ShouldBeEmpty();
        release.Achievements.Select(a => (a.Id, a.Fact, a.Count)).ShouldBe([("premier", AchievementFact.Projects, 1), ("haut", AchievementFact.Level, 2)]);
        release.Achievements[0].Title.In("en").ShouldBe("The first step");
    }

    [Fact]
    public void Knows_every_condition()
    {
        foreach (var fact in Enum.GetNames<AchievementFact>().Select(name => name.ToLowerInvariant()))
            _content.Write("achievements.yml", Good.Replace("projects: 1", $"{fact}: 1")).Read().Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("id: haut", "id: premier", ":6: `id`: \"premier\" stands here twice.")]
    [InlineData("projects: 1", "project: 1", ":5: `project`: \"project\" is not known. Did you mean \"projects\"?")]
    [InlineData("projects: 1", "projects: 0", ":5: `projects` must be a whole number from 1 to 1000.")]
    [InlineData("level: 2", "level: 3", ":9: `level` must be a whole number from 1 to 2.")]
    [InlineData("{ projects: 1 }", "{ projects: 1, teams: 1 }", ":5: `when` must have exactly one of these: projects, perfect, retries, teams, stages, level, evaluations, returns, welcomes.")]
    [InlineData("title: { fr: \"Haut\", en: \"High\" }", "titel: \"Haut\"", ":6: `title` is missing.")]
    [InlineData("fr: \"Haut\", ", "", ":7: `title` has no text in the default language, fr.")]
    public void Names_what_is_wrong(string old, string with, string expected)
    {
        _content.Write("achievements.yml", Good.Replace(old, with));

        _content.Read().Errors.ShouldContain("achievements.yml" + expected);
    }

    [Fact]
    public void A_skill_may_have_a_short_name()
    {
        _content.Replace("skills.yml", "id: environment, title", "id: environment, name: { fr: \"Atelier\", en: \"Workshop\" }, title");
        var (release, errors) = _content.Read();

        errors.ShouldBeEmpty();
        (release.Skills["environment"].Name.In("fr"), release.Skills["environment"].Title.In("fr")).ShouldBe(("Atelier", "Environnement"));
    }
}
