using System.Text.RegularExpressions;

namespace Academy.Evaluations.Explaining;

/// <summary>What can be asked about a line, by what stands in it. The first that fits is the most telling one.</summary>
internal static partial class CodeQuestions
{
    private static readonly IReadOnlyList<(Regex Sign, string Question)> Known =
    [
        (SqlJoin(), "Which rows does this query bring together, and what becomes of a row that has no partner?"),
        (SqlQuery(), "Say in your own words which rows this query touches. How did you make sure that it is not more?"),
        (Handling(), "What can go wrong here? Show how you tried it."),
        (Waiting(), "What is being waited for here? What does the person see in the meantime, and if it never comes?"),
        (Listening(), "When does this run, and who sets it off? What if it happens twice in a row?"),
        (Pattern(), "Explain this pattern: give one text that fits and one that does not."),
        (Function(), "What does {0} need, and what does it give back? Where is it used?"),
        (Loop(), "What does this loop go through? What happens if there is nothing, or one thing only?"),
        (Condition(), "When does this condition hold? Give an example of each side."),
        (Form(), "Who fills this in, and how do they learn what is expected of them, also without seeing the screen?"),
        (Layout(), "What does this rule change on the page? Show what happens on a narrow screen."),
    ];

    /// <summary>A question of its own for lines that have none of the signs.</summary>
    public const string Anything = "Why are these lines here? What would break without them?";

    /// <summary>The question that fits a line best, its rank from 0, and the name that it is about; null when nothing fits.</summary>
    public static (int Rank, string Question, string Word)? About(string line)
    {
        for (var rank = 0; rank < Known.Count; rank++)
        {
            var match = Known[rank].Sign.Match(line);
            if (match.Success) return (rank, Known[rank].Question, match.Groups["name"].Value);
        }

        return null;
    }

    // The source is a learner's: each pattern is linear (no backtracking), whatever the line.
    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // With a table's name: most languages have a join of texts.
    [GeneratedRegex(@"(^|[^.\w])JOIN\s+[\w\[""`]", Safe | RegexOptions.IgnoreCase)]
    private static partial Regex SqlJoin();

    [GeneratedRegex(@"\b(SELECT\s.*\bFROM|UPDATE\s+\w+\s+SET|DELETE\s+FROM|INSERT\s+INTO)\b", Safe | RegexOptions.IgnoreCase)]
    private static partial Regex SqlQuery();

    [GeneratedRegex(@"\b(try|catch|except|finally|raise|throw)\b|\bset -e|\bexit [1-9]", Safe)]
    private static partial Regex Handling();

    [GeneratedRegex(@"\bawait\s|\.then\(|\bfetch\(|\bsetTimeout\(", Safe)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\baddEventListener\(|\bon(click|submit|input|change)\b|\.on\('", Safe)]
    private static partial Regex Listening();

    [GeneratedRegex(@"\b(grep|sed|awk)\s|\bpreg_\w+\(|\bre\.\w+\(|new RegExp\(|\.(match|replace|test)\(", Safe)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\b(function|def|fn|func)\s+(?<name>\w+)|(const|let)\s+(?<name>\w+)\s*=\s*(async\s*)?(\([^)]*\)|\w+)\s*=>|^(?<name>\w+)\s*\(\)\s*\{", Safe)]
    private static partial Regex Function();

    [GeneratedRegex(@"\b(for|foreach|while|until)\b|\.(map|filter|reduce|forEach|some|every)\(", Safe)]
    private static partial Regex Loop();

    [GeneratedRegex(@"\b(if|elif|else if|case|switch|when)\b", Safe)]
    private static partial Regex Condition();

    [GeneratedRegex(@"<(form|label|input|select|textarea|button)\b|\baria-\w+", Safe)]
    private static partial Regex Form();

    [GeneratedRegex(@"\b(display|grid-template[\w-]*|flex[\w-]*|position|@media)\b\s*[:(]|^@media", Safe)]
    private static partial Regex Layout();
}
