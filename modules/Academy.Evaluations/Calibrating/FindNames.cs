using System.Text.RegularExpressions;
using Academy.Contracts.Accounts;
using Academy.Contracts.Repositories;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Texts;

namespace Academy.Evaluations.Calibrating;

/// <summary>Where a work says whose it is: such a work cannot be given to others without a name.</summary>
internal sealed class FindNames(IRepositories repositories, IPeople people)
{
    private const int ShortestName = 3;

    /// <summary>Paths of files that name one of its learners, in their text or in the path.</summary>
    public async Task<IReadOnlyList<string>> InFilesAsync(Work work, CancellationToken ct)
    {
        var names = await NamesAsync(work, ct);
        var found = new List<string>();
        foreach (var file in (await repositories.TreeAsync(work.AttemptId, work.Commit, ct))?.Files ?? [])
        {
            var content = await repositories.ReadFileAsync(work.AttemptId, work.Commit, file.Path, SourceText.MaxBytes, ct);
            var lines = content is { IsBinary: false } ? SourceText.LinesOf(content) : [];
            if (lines.Prepend(file.Path).Any(text => Says(text, names))) found.Add(file.Path);
        }

        return found;
    }

    public async Task<bool> InTextAsync(Work work, string text, CancellationToken ct) => Says(text, await NamesAsync(work, ct));

    private static bool Says(string text, Regex names) => names.IsMatch(Accents.Without(text));

    /// <summary>First names, last names, alone or together, and without accents: few people type them in code.</summary>
    private async Task<Regex> NamesAsync(Work work, CancellationToken ct)
    {
        var persons = await people.FindAsync([.. work.Members.Select(m => m.LearnerId)], ct);
        var parts = persons.Values.SelectMany(p => p.Name.Split(' ', '-')).Where(part => part.Length >= ShortestName)
            .Select(part => Regex.Escape(Accents.Without(part))).ToList();
        return new Regex(parts.Count == 0 ? "(?!)" : $@"(?<!\p{{L}})({string.Join('|', parts)})(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
