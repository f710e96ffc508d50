using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;
using Academy.Curriculum.Subjects;

namespace Academy.Curriculum.Loading;

/// <summary>projects/&lt;slug&gt;/: project.yml and the folders beside it.</summary>
internal static class ProjectFolder
{
    public static Project? Read(ProjectContext context)
    {
        CheckFiles(context);
        foreach (var language in context.Languages) SubjectFile.Check(context, language);
        if (YamlSource.Open(context.Files, $"{context.Folder}/project.yml", context.Languages, context.Errors) is not { } map) return null;

        var title = map.Required("title")?.Text(120);
        var summary = map.Required("summary")?.Text(300);
        var xp = map.Required("xp")?.Int(1, 5000) ?? 1;
        var hours = map.Required("hours")?.Int(1, 500) ?? 1;
        var skills = map.Required("skills")?.Map() is { } points ? ReadSkills(points, context.Skills) : [];
        var examTime = map.Optional("exam")?.Map() is { } exam ? ReadExam(exam) : (TimeSpan?)null;
        var grading = map.Required("grading")?.Map() is { } how ? GradingPart.Read(how, context with { IsExam = examTime is not null }) : null;
        var team = map.Optional("team")?.Map() is { } size ? ReadTeam(size) : null;
        var evaluation = map.Optional("evaluation")?.Map() is { } plan ? ReadEvaluation(plan, context) : null;
        if (evaluation is null && context.Files.Has($"{context.Folder}/rubric.yml"))
            context.Errors.Add($"{context.Folder}/rubric.yml", 0, "Nobody would read this: project.yml has no `evaluation`.");
        map.Finish();
        return title is null || summary is null || grading is null
            ? null
            : new Project(context.Slug, title, summary, xp, hours, skills, grading, context.FolderOnDisk())
            {
                ExamTime = examTime,
                Team = team,
                Evaluation = evaluation,
            };
    }

    private static TimeSpan ReadExam(YamlMap map)
    {
        var minutes = map.Required("minutes")?.Int(1, 7 * 24 * 60) ?? 1;
        map.Finish();
        return TimeSpan.FromMinutes(minutes);
    }

    private static TeamSize ReadTeam(YamlMap map)
    {
        var min = map.Required("min")?.Int(2, 10) ?? 2;
        var max = map.Required("max")?.Int(2, 10) ?? min;
        if (max < min) map.Source.Add(map.Line, "`max` must not be less than `min`.");
        map.Finish();
        return new TeamSize(min, Math.Max(min, max));
    }

    private static EvaluationPlan? ReadEvaluation(YamlMap map, ProjectContext context)
    {
        var peers = map.Required("peers")?.Int(1, 5) ?? 1;
        var length = map.Optional("minutes");
        var minutes = length?.Int(5, 180) ?? 2 * context.UnitMinutes;
        if (minutes % context.UnitMinutes != 0)
            length!.Source.Add(length.Line, "`minutes` must be a multiple of {0}, the unit of slots in academy.yml.", context.UnitMinutes);
        var weight = map.Optional("graderWeight")?.Int(0, 100) ?? 50;
        map.Finish();
        return RubricFile.Read(context) is { } rubric ? new EvaluationPlan(peers, minutes, weight, rubric) : null;
    }

    private static Dictionary<string, int> ReadSkills(YamlMap map, IReadOnlySet<string> known)
    {
        var points = new Dictionary<string, int>();
        var entries = map.Entries().ToList();
        foreach (var skill in entries)
        {
            if (known.Contains(skill.Key)) points[skill.Key] = skill.Int(1, 1000);
            else skill.Unknown(skill.Key, known);
        }

        if (entries.Count == 0) map.Source.Add(map.Line, "`skills` must name at least one skill of skills.yml.");
        return points;
    }

    private static void CheckFiles(ProjectContext context)
    {
        var (files, folder, errors) = (context.Files, context.Folder, context.Errors);
        if (!YamlValue.IsSlug(context.Slug)) errors.Add(folder, 0, "The folder's name must be lower-case letters, digits and hyphens, at most 60.");
        if (!files.HasFolder($"{folder}/template")) errors.Add($"{folder}/template", 0, "There must be at least one file: it is the learner's starting repository.");
        if (!files.HasFolder($"{folder}/solution")) errors.Add($"{folder}/solution", 0, "There must be at least one file: the reference solution proves that the tests can be passed.");
        foreach (var path in files.Under(folder))
        {
            var inside = path[(folder.Length + 1)..];
            if (!IsPlaced(inside.Split('/'), context.Languages))
            {
                errors.Add(path, 0, "This file has no place here. A project has project.yml, rubric.yml, subject.<language>.md, images and files for reading ({0}), template/, grader/, solution/ and mutants/<name>/.",
                    string.Join(" ", SubjectFiles.Types.Keys));
            }
        }
    }

    private static bool IsPlaced(string[] inside, IReadOnlyList<string> languages) => inside switch
    {
        ["project.yml" or "rubric.yml"] => true,
        ["template" or "solution", _, ..] => true,
        ["mutants", var name, _, ..] => YamlValue.IsSlug(name),
        ["grader", "tests.yml"] => true,
        ["grader", _, _, ..] => true,
        [var name] when name.StartsWith("subject.", StringComparison.Ordinal) => languages.Any(l => name == $"subject.{l}.md"),
        _ => SubjectFiles.TypeOf(string.Join('/', inside)) is not null,
    };
}
