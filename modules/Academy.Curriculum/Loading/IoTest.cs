using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>The keys of a test that belong to mode io.</summary>
internal sealed record IoTest(IReadOnlyList<string> Args, string Stdin, IReadOnlyDictionary<string, string> Files, Expectation? Expect)
{
    private const int MostText = 1_000_000;
    private static readonly Dictionary<string, string> NoFiles = [];
    private static readonly string[] Comparisons = ["lines", "exact", "contains"];

    public static IoTest Read(YamlMap map, ProjectContext context)
    {
        var args = map.Optional("args")?.Items(0, 64).Select(a => a.String(10_000)).ToList() ?? [];
        var stdin = TextOrFile(map, "stdin", context) ?? "";
        var files = map.Optional("files")?.Map() is { } written ? ReadFiles(written) : NoFiles;
        var expect = map.Required("expect")?.Map() is { } expected ? ReadExpectation(expected, context) : null;
        return new IoTest(args, stdin, files, expect);
    }

    public static IoTest Refuse(YamlMap map, string why = "`{0}` belongs to mode io.")
    {
        foreach (var key in new[] { "args", "stdin", "stdinFile", "files", "expect" }) map.Misplaced(key, why);
        return new IoTest([], "", NoFiles, null);
    }

    private static Expectation ReadExpectation(YamlMap map, ProjectContext context)
    {
        var stdout = TextOrFile(map, "stdout", context);
        var compare = map.Optional("compare")?.OneOf(Comparisons) switch
        {
            "exact" => Comparison.Exact,
            "contains" => Comparison.Contains,
            _ => Comparison.Lines,
        };
        var exitCode = ReadExitCode(map.Optional("exitCode"));
        var files = map.Optional("files")?.Map() is { } written ? ReadFiles(written) : NoFiles;
        if (stdout is null && files.Count == 0 && exitCode is null or 0)
            map.Source.Add(map.Line, "This test expects nothing: give `stdout`, `stdoutFile`, `files`, or an `exitCode` that is not 0.");
        map.Finish();
        return new Expectation(stdout, compare, exitCode, files);
    }

    private static int? ReadExitCode(YamlValue? value)
    {
        if (value is null) return 0;
        return value.IsWord("any") ? null : value.Int(0, 255);
    }

    /// <summary>The text under <paramref name="key"/>, or that of the file under keyFile; a path is under grader/.</summary>
    private static string? TextOrFile(YamlMap map, string key, ProjectContext context)
    {
        var text = map.Optional(key)?.String(MostText);
        if (map.Optional($"{key}File") is not { } file) return text;
        if (text is not null) file.Source.Add(file.Line, "Give either `{0}` or `{0}File`, not both.", key);

        var path = $"{context.Folder}/grader/{file.String()}";
        if (!WorkPath.IsInside(file.String())) file.Source.Add(file.Line, "`{0}` must be the path of a file under grader/, without \"..\".", file.Key);
        else if (!context.Files.Has(path)) file.Source.Add(file.Line, "There is no file {0}.", path);
        else return context.Files.Text(path, MostText, context.Errors);
        return null;
    }

    private static Dictionary<string, string> ReadFiles(YamlMap map)
    {
        var files = new Dictionary<string, string>();
        foreach (var file in map.Entries())
        {
            if (WorkPath.IsInside(file.Key)) files[file.Key] = file.String(MostText);
            else file.Source.Add(file.Line, "\"{0}\" must be a path under the work folder, without \"..\".", file.Key);
        }

        return files;
    }
}
