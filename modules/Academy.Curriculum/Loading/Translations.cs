using System.Text;
using Academy.Contracts;
using Academy.Contracts.Curriculum;

namespace Academy.Curriculum.Loading;

/// <summary>
/// Translations that are missing or look stale: nothing that would keep a release back, but a reader of that language notices.
/// A subject counts as stale when its headings, code blocks or pictures are not as many as those of the default language.
/// </summary>
internal static class Translations
{
    public static IEnumerable<ContentError> Find(ContentFiles files, Release release) =>
        OfProjects(files, release).Concat(release.Languages.Skip(1).SelectMany(language => OfAchievements(release, language)));

    private static IEnumerable<ContentError> OfProjects(ContentFiles files, Release release) =>
        from project in release.Projects.Values
        from language in release.Languages.Skip(1)
        from found in OfSubject(files, project.Slug, release.Languages[0], language).Concat(OfTexts(project, language)).Concat(OfRubric(project, language))
        select found;

    private static IEnumerable<ContentError> OfSubject(ContentFiles files, string slug, string first, string language)
    {
        var (original, translation) = ($"projects/{slug}/subject.{first}.md", $"projects/{slug}/subject.{language}.md");
        if (!files.Has(original)) yield break;
        if (!files.Has(translation))
        {
            yield return new ContentError(translation, 0, "This translation is missing: readers get the subject in the default language.");
            yield break;
        }

        var (here, there) = (Shape(files, translation), Shape(files, original));
        if (here != there)
            yield return new ContentError(translation, 0, "This translation looks stale: {0} here, {1} in {2}.", here, there, original);
    }

    private static IEnumerable<ContentError> OfTexts(Project project, string language)
    {
        if (Lacks(project.Title, language) || Lacks(project.Summary, language))
            yield return new ContentError($"projects/{project.Slug}/project.yml", 0, "Title or summary are not translated into “{0}”.", language);

        var tests = project.Grading.Tests.Where(t => Lacks(t.Name, language) || Lacks(t.Hint, language) || Lacks(t.Message, language)).Select(t => t.Id).ToList();
        if (tests.Count > 0)
            yield return new ContentError($"projects/{project.Slug}/grader/tests.yml", 0, "Not translated into “{0}”: {1}", language, string.Join(", ", tests));
    }

    private static IEnumerable<ContentError> OfRubric(Project project, string language)
    {
        if (project.Evaluation is { } plan && RubricFile.TextsOf(plan.Rubric).Count(t => Lacks(t, language)) is > 0 and var count)
            yield return new ContentError($"projects/{project.Slug}/rubric.yml", 0, "{0} texts are not translated into “{1}”.", count, language);
    }

    private static IEnumerable<ContentError> OfAchievements(Release release, string language)
    {
        if (release.Achievements.Where(a => Lacks(a.Title, language) || Lacks(a.Text, language)).Select(a => a.Id).ToList() is { Count: > 0 } ids)
            yield return new ContentError(AchievementsFile.Path, 0, "Not translated into “{0}”: {1}", language, string.Join(", ", ids));
    }

    private static bool Lacks(Text? text, string language) => text is not null && !text.Values.ContainsKey(language);

    /// <summary>"5 #, 3 ```, 1 ![": how many headings, code blocks and pictures there are.</summary>
    private static string Shape(ContentFiles files, string path)
    {
        var (headings, blocks, pictures) = (0, 0, 0);
        var isCode = false;
        foreach (var line in Encoding.UTF8.GetString(files.All[path].Bytes).Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                if (isCode) blocks++;
            }
            else if (!isCode)
            {
                if (line.StartsWith('#')) headings++;
                pictures += line.Split("![").Length - 1;
            }
        }

        return $"{headings} #, {blocks} ```, {pictures} ![";
    }
}
