using System.Formats.Tar;
using System.Text;
using Academy.Contracts.Curriculum;
using Academy.Grading.Checking;
using Academy.Grading.Queue;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>
/// Tests that look at the learner's files. They keep honest people honest: a program can always hide from them what it does
/// when it runs.
/// </summary>
/// <param name="workshop">Where the author's norm command runs.</param>
/// <param name="plan">The project's.</param>
/// <param name="workTree">The learner's files, as a tar archive.</param>
internal sealed class StaticChecks(Workshop workshop, GradingPlan plan, byte[] workTree)
{
    // Longer files are data, or were written by a machine.
    private const int MaxSource = 1 << 18;
    private const int MaxSourceInAll = 1 << 22;

    private readonly Lazy<SortedDictionary<string, byte[]>> _files = new(() => Read(workTree, plan.Mode == GradingMode.Judge ? null : plan.FilesFolder));

    public async Task<TestFinding> TryAsync(GradedTest test, CancellationToken ct)
    {
        var check = test.Check!;
        if (check.Norm is { } norm) return await RunNormAsync(norm, test.Seconds ?? plan.Limits.Seconds, ct);
        if (check.RequiredFiles.Where(f => !_files.Value.ContainsKey(f)).ToList() is { Count: > 0 } missing)
            return Failed(FindingReason.FileRequired, string.Join(", ", missing));
        return FindForbidden(check) ?? new TestFinding(TestStatus.Passed, FindingReason.None, TimeSpan.Zero);
    }

    private async Task<TestFinding> RunNormAsync(IReadOnlyList<string> command, double seconds, CancellationToken ct)
    {
        if (!await workshop.RestoreAsync(new Dictionary<string, string>(), ct)) return workshop.Obstacle!;

        var result = await workshop.RunAsync(new SandboxCommand(command) { Timeout = TimeSpan.FromSeconds(seconds) }, ct);
        if (Verdicts.Violation(result, plan.Limits, seconds) is { } violation) return violation;
        return result.ExitCode == 0
            ? new TestFinding(TestStatus.Passed, FindingReason.None, result.Elapsed)
            : new TestFinding(TestStatus.Failed, FindingReason.NormBroken, result.Elapsed) { Output = ProgramText.Of(result).Trim() };
    }

    private TestFinding? FindForbidden(StaticCheck check)
    {
        if (check.ForbiddenCalls.Count + check.ForbiddenModules.Count == 0) return null;
        var looked = 0L;
        var isMeant = PathPattern.Of(check.In);
        var sources = _files.Value
            .Where(f => f.Value.Length <= MaxSource && isMeant(f.Key) && (looked += f.Value.Length) <= MaxSourceInAll)
            .Select(f => SourceFile.Of(f.Key, Encoding.UTF8.GetString(f.Value)))
            .OfType<SourceFile>();
        foreach (var source in sources)
        {
            foreach (var module in check.ForbiddenModules)
            {
                if (source.LineOfModule(module) is { } line) return Failed(FindingReason.ModuleForbidden, $"{module}\t{source.Path}\t{line}");
            }

            foreach (var name in check.ForbiddenCalls)
            {
                if (source.LineOfCall(name) is { } line) return Failed(FindingReason.CallForbidden, $"{name}\t{source.Path}\t{line}");
            }
        }

        return null;
    }

    private static TestFinding Failed(FindingReason reason, string detail) =>
        new(TestStatus.Failed, reason, TimeSpan.Zero) { Detail = detail };

    /// <summary>The learner's own files: those that the author replaces are not looked at.</summary>
    private static SortedDictionary<string, byte[]> Read(byte[] workTree, string? authorFolder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var reader = new TarReader(new MemoryStream(workTree, writable: false));
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
            var path = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            if (authorFolder is not null && File.Exists(Path.Combine(authorFolder, path))) continue;
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            files[path] = content.ToArray();
        }

        return files;
    }
}
