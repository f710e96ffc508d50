using System.Text.Json;
using Academy.Contracts.Curriculum;
using Academy.Kernel.Outcomes;

namespace Academy.Evaluations.Evaluating;

/// <summary>What an evaluator has written into the rubric.</summary>
/// <param name="Answers">By criterion; those without an answer yet may be missing.</param>
/// <param name="Flag">What is said of the whole.</param>
/// <param name="Remark">Read by whoever did the work.</param>
/// <param name="Absent">Members of the team who took no part.</param>
internal sealed record Sheet(IReadOnlyDictionary<string, Answer> Answers, EvaluationFlag Flag, string Remark, IReadOnlyList<Guid> Absent)
{
    public const int LongestRemark = 5000;
    public const int LongestComment = 1000;

    public static Sheet Empty { get; } = new(new Dictionary<string, Answer>(), EvaluationFlag.Ok, "", []);

    /// <summary>The answer to a criterion; null when there is none yet.</summary>
    public int? ValueOf(Criterion criterion) => Answers.GetValueOrDefault(criterion.Id)?.Value;

    public string CommentOn(Criterion criterion) => Answers.GetValueOrDefault(criterion.Id)?.Comment ?? "";

    /// <summary>Whether each value is one that the rubric knows; criteria that it does not know are nothing to it.</summary>
    public Outcome Check(Rubric rubric, IReadOnlyCollection<Guid> members)
    {
        if (rubric.Criteria.Any(c => ValueOf(c) is { } value && (value < 0 || value > c.Most))) return Refusals.NoSuchAnswer;
        if (Remark.Length > LongestRemark || Answers.Values.Any(a => a.Comment.Length > LongestComment)) return Refusals.TooLong;
        if (!rubric.Flags.Contains(Flag) || Absent.Any(id => !members.Contains(id))) return Refusals.NoSuchAnswer;
        return Outcome.Done;
    }

    public IEnumerable<Criterion> Unanswered(Rubric rubric) => rubric.Criteria.Where(c => ValueOf(c) is null);

    /// <summary>The criteria that the rubric knows, in its order: what is kept.</summary>
    public Sheet For(Rubric rubric) => this with
    {
        Answers = rubric.Criteria.Where(c => Answers.ContainsKey(c.Id)).ToDictionary(c => c.Id, c => Answers[c.Id]),
        Absent = [.. Absent.Distinct()],
    };

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static Sheet Parse(string json) => JsonSerializer.Deserialize<Sheet>(json, JsonSerializerOptions.Web)!;
}

/// <param name="Value">0 to the criterion's most; null while only a comment was written.</param>
/// <param name="Comment">Why; may be empty.</param>
internal sealed record Answer(int? Value, string Comment);
