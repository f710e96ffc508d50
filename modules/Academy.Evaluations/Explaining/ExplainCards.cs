using System.Security.Cryptography;
using System.Text;

namespace Academy.Evaluations.Explaining;

/// <summary>
/// Questions about lines that the learners wrote: whoever understands their own code answers them in a minute. Made by rules,
/// not by guessing; the same work always gives the same cards, so that all its evaluators ask alike.
/// </summary>
internal static class ExplainCards
{
    // What one takes in at a glance on a phone.
    private const int MostLines = 8;

    /// <param name="blocks">What the learners added.</param>
    /// <param name="seed">Chooses among lines that are worth the same: the commit.</param>
    /// <param name="most">At most so many cards.</param>
    public static IReadOnlyList<ExplainCard> Make(IEnumerable<AddedBlock> blocks, string seed, int most)
    {
        var left = blocks.SelectMany(Candidates).OrderBy(c => Order(seed, c.Card)).ToList();
        var chosen = new List<ExplainCard>();
        var (askedFiles, askedKinds) = (new Dictionary<string, int>(), new Dictionary<int, int>());
        while (chosen.Count < most && left.Count > 0)
        {
            // Another kind of question, about another file, first; then what is most telling.
            var next = left.MinBy(c => (askedKinds.GetValueOrDefault(c.Rank) * 2 + askedFiles.GetValueOrDefault(c.Card.Path), c.Rank))!;
            chosen.Add(next.Card);
            askedKinds[next.Rank] = askedKinds.GetValueOrDefault(next.Rank) + 1;
            askedFiles[next.Card.Path] = askedFiles.GetValueOrDefault(next.Card.Path) + 1;
            left.RemoveAll(c => c.Card.Path == next.Card.Path && c.Card.FirstLine <= next.Card.LastLine && next.Card.FirstLine <= c.Card.LastLine);
        }

        return chosen;
    }

    private static IEnumerable<Candidate> Candidates(AddedBlock block)
    {
        var found = false;
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (CodeQuestions.About(block.Lines[i]) is not { } about) continue;

            found = true;
            yield return new Candidate(about.Rank, CardAt(block, i, about.Question, about.Word));
        }

        var first = block.Lines.ToList().FindIndex(line => line.Trim().Length > 2);
        if (!found && first >= 0) yield return new Candidate(int.MaxValue, CardAt(block, first, CodeQuestions.Anything, ""));
    }

    private static ExplainCard CardAt(AddedBlock block, int index, string question, string word) =>
        new(question, word, block.Path, block.FirstLine + index, Math.Min(block.FirstLine + index + LengthFrom(block, index) - 1, block.LastLine));

    /// <summary>The line and what is indented beneath it.</summary>
    private static int LengthFrom(AddedBlock block, int index)
    {
        var indent = Indent(block.Lines[index]);
        var beneath = block.Lines.Skip(index + 1).TakeWhile(line => string.IsNullOrWhiteSpace(line) || Indent(line) > indent).Count();
        return Math.Min(1 + beneath, MostLines);
    }

    private static int Indent(string line) => line.TakeWhile(char.IsWhiteSpace).Count();

    private static string Order(string seed, ExplainCard card) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{card.Path}\n{card.FirstLine}")));

    private sealed record Candidate(int Rank, ExplainCard Card);
}
