using Academy.Contracts.Curriculum;

namespace Academy.Curriculum.Loading;

/// <summary>Makes a release of a content folder and finds everything in it that is not right.</summary>
/// <param name="files">The content.</param>
/// <param name="folder">Where the files are or will be frozen.</param>
/// <param name="images">Grading images that exist.</param>
/// <param name="errors">Collects; the release may only be used for learners when there are none.</param>
internal sealed class ReadContent(ContentFiles files, string folder, IReadOnlyList<string> images, ContentErrors errors)
{
    public static Release Read(ContentFiles files, string folder, IReadOnlyList<string> images, ContentErrors errors) =>
        new ReadContent(files, folder, images, errors).Run();

    private Release Run()
    {
        var academy = AcademyFile.Read(files, errors);
        var frameworks = SkillsFile.Read(files, academy.Languages, errors);
        var skills = frameworks.SelectMany(f => f.Blocks).SelectMany(b => b.Skills).Select(s => s.Id).ToHashSet();
        var slugs = files.Folders("projects").ToHashSet();
        var projects = new Dictionary<string, Project>();
        foreach (var slug in slugs)
        {
            var context = new ProjectContext(slug, files, folder, academy.Languages, skills, slugs, images, errors)
            {
                UnitMinutes = academy.Rules.Evaluation.Slots.UnitMinutes,
            };
            if (ProjectFolder.Read(context) is { } project) projects.Add(slug, project);
        }

        var tracks = files.Folders("tracks")
            .Select(slug => TrackFile.Read(slug, files, academy.Languages, frameworks, slugs, errors))
            .OfType<Track>().ToList();
        var release = new Release(files.Id, folder, academy.Name, academy.Languages, academy.Rules, frameworks, tracks, projects)
        {
            Achievements = AchievementsFile.Read(files, academy.Languages, academy.Rules, errors),
        };
        FindStrays(release);
        return release;
    }

    // A folder with a typing mistake in its name, a project that no track names: nobody would ever notice.
    private void FindStrays(Release release)
    {
        foreach (var path in files.All.Keys)
        {
            if (!IsPlaced(path.Split('/')))
                errors.Add(path, 0, "This file has no place here. The content has academy.yml, skills.yml, achievements.yml, tracks/<track>/track.yml and projects/<slug>/.");
        }

        var named = release.Tracks.SelectMany(t => t.Projects).Select(p => p.Slug).Append(release.Rules.Pace.ReturnProject).ToHashSet();
        foreach (var slug in release.Projects.Keys.Where(slug => !named.Contains(slug)))
            errors.Add($"projects/{slug}", 0, "No track names this project, so nobody could reach it.");
        if (release.Rules.Pace.ReturnProject is { } back && !release.Projects.ContainsKey(back))
            errors.Add("academy.yml", 0, "`returnProject`: there is no project \"{0}\".", back);
        if (release.Tracks.Count == 0) errors.Add("tracks", 0, "There must be at least one track.");
    }

    private static bool IsPlaced(string[] path) => path switch
    {
        ["academy.yml" or "skills.yml" or AchievementsFile.Path or "README.md" or "LICENSE" or ".gitattributes" or ".gitignore"] => true,
        ["tracks", _, "track.yml"] => true,
        ["projects", _, _, ..] => true,
        _ => false,
    };
}
