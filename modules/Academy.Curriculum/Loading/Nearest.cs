namespace Academy.Curriculum.Loading;

/// <summary>"Did you mean …?"</summary>
internal static class Nearest
{
    /// <summary>The candidate that is at most two slips of the finger away (one for short words), or null.</summary>
    public static string? To(string word, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Slips: Slips(word, candidate)))
        .Where(c => c.Slips <= (Math.Min(word.Length, c.Candidate.Length) < 4 ? 1 : 2))
        .OrderBy(c => c.Slips)
        .Select(c => c.Candidate)
        .FirstOrDefault();

    /// <summary>Letters to add, remove or change (Levenshtein's distance).</summary>
    private static int Slips(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return 3;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
