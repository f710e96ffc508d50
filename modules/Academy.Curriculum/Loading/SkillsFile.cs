using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>skills.yml: frameworks, their blocks and skills.</summary>
internal sealed class SkillsFile
{
    private readonly HashSet<string> _codes = [];
    private readonly HashSet<string> _skills = [];

    public static IReadOnlyList<Framework> Read(ContentFiles files, IReadOnlyList<string> languages, ContentErrors errors)
    {
        if (YamlSource.Open(files, "skills.yml", languages, errors) is not { } map) return [];
        var file = new SkillsFile();
        var frameworks = map.Required("frameworks")?.Items(1, 50).Select(file.ReadFramework).OfType<Framework>().ToList();
        map.Finish();
        return frameworks ?? [];
    }

    private Framework? ReadFramework(YamlValue value)
    {
        if (value.Map() is not { } map) return null;
        var code = map.Required("code") is { } written ? Unique(_codes, written, written.String(60)) : null;
        var title = map.Required("title")?.Text(200);
        var blocks = map.Required("blocks")?.Items(1, 50).Select(ReadBlock).OfType<SkillBlock>().ToList();
        map.Finish();
        return code is null || title is null || blocks is null ? null : new Framework(code, title, blocks);
    }

    private SkillBlock? ReadBlock(YamlValue value)
    {
        if (value.Map() is not { } map) return null;
        var title = map.Required("title")?.Text(300);
        var skills = map.Required("skills")?.Items(1, 100).Select(ReadSkill).OfType<Skill>().ToList();
        map.Finish();
        return title is null || skills is null ? null : new SkillBlock(title, skills);
    }

    private Skill? ReadSkill(YamlValue value)
    {
        if (value.Map() is not { } map) return null;
        var id = map.Required("id") is { } written ? Unique(_skills, written, written.Slug()) : null;
        var title = map.Required("title")?.Text(300);
        var name = map.Optional("name")?.Text(30);
        map.Finish();
        return id is null || title is null ? null : new Skill(id, title) { Name = name ?? title };
    }

    private static string? Unique(HashSet<string> taken, YamlValue value, string name)
    {
        if (taken.Add(name)) return name;
        value.Source.Add(value.Line, "\"{0}\" stands here twice.", name);
        return null;
    }
}
