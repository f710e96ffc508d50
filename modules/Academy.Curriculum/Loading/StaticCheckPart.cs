using System.Text.RegularExpressions;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>The keys `require`, `forbid` and `norm` of a test: it looks at the learner's files in place of running something.</summary>
internal static partial class StaticCheckPart
{
    private const string Alone = "`{0}` has no place in a test with `require`, `forbid` or `norm`.";

    /// <summary>Null when the test has none of the keys.</summary>
    public static StaticCheck? Read(YamlMap map)
    {
        var require = map.Optional("require");
        var forbid = map.Optional("forbid");
        var norm = map.Optional("norm");
        if (require is null && forbid is null && norm is null) return null;
        if ((require, forbid, norm) is not ((_, null, null) or (null, _, null) or (null, null, _)))
            map.Source.Add(map.Line, "Give one of `require`, `forbid` and `norm`: each is a test of its own.");

        var (calls, modules, files) = ReadForbid(forbid?.Map());
        return new StaticCheck(Read(require, 100, WorkPathOf), calls, modules, files, norm?.Command());
    }

    public static IoTest RefuseTheRest(YamlMap map)
    {
        foreach (var key in new[] { "run", "case" }) map.Misplaced(key, Alone);
        return IoTest.Refuse(map, Alone);
    }

    private static (IReadOnlyList<string> Calls, IReadOnlyList<string> Modules, IReadOnlyList<string> In) ReadForbid(YamlMap? map)
    {
        if (map is null) return ([], [], []);
        var calls = Read(map.Optional("calls"), 200, NameOf);
        var modules = Read(map.Optional("modules"), 200, ModuleOf);
        var files = Read(map.Optional("in"), 50, PatternOf);
        if (calls.Count == 0 && modules.Count == 0) map.Source.Add(map.Line, "`forbid` needs `calls`, `modules`, or both.");
        map.Finish();
        return (calls, modules, files);
    }

    private static IReadOnlyList<string> Read(YamlValue? list, int most, Func<YamlValue, string> read) =>
        list is null ? [] : [.. list.Items(1, most).Select(read)];

    private static string WorkPathOf(YamlValue value) => Checked(
        value, WorkPath.IsInside, "\"{0}\" must be a path under the work folder, without \"..\".");

    private static string NameOf(YamlValue value) => Checked(
        value, NamePattern().IsMatch, "\"{0}\" must be a name without brackets, such as eval or os.system.");

    private static string ModuleOf(YamlValue value) => Checked(
        value, ModulePattern().IsMatch, "\"{0}\" must be the name of a module, such as os, node:fs or stdlib.h.");

    private static string PatternOf(YamlValue value) => Checked(
        value, WorkPath.IsInside, "\"{0}\" must be a pattern of paths under the work folder, such as *.py or src/**/*.js.");

    private static string Checked(YamlValue value, Func<string, bool> isGood, string otherwise)
    {
        var text = value.String(200);
        if (!isGood(text)) value.Source.Add(value.Line, otherwise, text);
        return text;
    }

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{Nd}_$]*((\.|::|->)[\p{L}_$][\p{L}\p{Nd}_$]*)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[@\p{L}\p{Nd}_./:\\-]+\z")]
    private static partial Regex ModulePattern();
}
