using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>rubric.yml: what evaluators look at.</summary>
internal static class RubricFile
{
    private static readonly string[] Kinds = ["yesNo", "scale"];

    public static Rubric? Read(ProjectContext context)
    {
        if (YamlSource.Open(context.Files, $"{context.Folder}/rubric.yml", context.Languages, context.Errors) is not { } map) return null;

        var ids = new HashSet<string>();
        var intro = map.Optional("intro")?.Text(2000);
        var sections = (map.Required("sections")?.Items(1, 20) ?? []).Select(item => ReadSection(item, ids)).OfType<RubricSection>().ToList();
        var flags = map.Optional("flags")?.Items(1, 20).Select(ReadFlag).ToList() ?? [.. Enum.GetValues<EvaluationFlag>()];
        var changes = map.Optional("changes")?.Items(1, 20).Select(item => item.Text(500)).ToList() ?? [];
        map.Finish();
        return new Rubric(intro, sections, [.. flags.Prepend(EvaluationFlag.Ok).Distinct().Order()], changes);
    }

    private static RubricSection? ReadSection(YamlValue value, HashSet<string> ids)
    {
        if (value.Map() is not { } map) return null;
        var title = map.Required("title")?.Text(120);
        var guidance = map.Optional("guidance")?.Text(2000);
        var criteria = (map.Required("criteria")?.Items(1, 30) ?? []).Select(item => ReadCriterion(item, ids)).OfType<Criterion>().ToList();
        map.Finish();
        return title is null || criteria.Count == 0 ? null : new RubricSection(title, guidance, criteria);
    }

    private static Criterion? ReadCriterion(YamlValue value, HashSet<string> ids)
    {
        if (value.Map() is not { } map) return null;
        var id = map.Required("id");
        var slug = id?.Slug() ?? "";
        if (id is not null && !ids.Add(slug)) id.Source.Add(id.Line, "`id`: \"{0}\" stands here twice.", slug);
        var kind = map.Required("kind")?.OneOf(Kinds) == Kinds[0] ? CriterionKind.YesNo : CriterionKind.Scale;
        var text = map.Required("text")?.Text(300);
        var guidance = map.Optional("guidance")?.Text(1000);
        var weight = map.Optional("weight")?.Int(1, 100) ?? 1;
        map.Finish();
        return text is null ? null : new Criterion(slug, kind, text, guidance, weight);
    }

    private static EvaluationFlag ReadFlag(YamlValue value) =>
        EvaluationRulesPart.Flags.GetValueOrDefault(value.OneOf(EvaluationRulesPart.Flags.Keys));

    /// <summary>Every text of a rubric, for the search for translations.</summary>
    public static IEnumerable<Text?> TextsOf(Rubric rubric) =>
        rubric.Changes
            .Append(rubric.Intro)
            .Concat(rubric.Sections.SelectMany(s => new[] { s.Title, s.Guidance }))
            .Concat(rubric.Criteria.SelectMany(c => new[] { c.Text, c.Guidance }));
}
