using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;

namespace Academy.Evaluations.Pages.Defences;

/// <summary>The rubric as a form sends it.</summary>
internal sealed class SheetForm
{
    /// <summary>Of this state: one more than the state that it began from.</summary>
    public long Number { get; set; }

    public Dictionary<string, AnswerForm> Answers { get; set; } = [];

    public EvaluationFlag Flag { get; set; }

    public string? Remark { get; set; }

    public List<Guid> Absent { get; set; } = [];

    public Sheet ToSheet() => new(
        Answers.ToDictionary(a => a.Key, a => new Answer(a.Value.Value, a.Value.Comment ?? "")), Flag, Remark ?? "", Absent);
}

internal sealed class AnswerForm
{
    public int? Value { get; set; }

    public string? Comment { get; set; }
}
