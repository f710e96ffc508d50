namespace Academy.Evaluations.Marks;

/// <summary>A criterion of the rubric.</summary>
internal sealed record Criterion(string Key, double Weight);

/// <summary>What one evaluator has filled in. An answer goes from 0 to 1: no and yes, or nought to five divided by five.</summary>
internal sealed record Sheet(Guid EvaluatorId, IReadOnlyDictionary<string, double> Answers)
{
    public IReadOnlyCollection<string> Flags { get; init; } = [];

    public bool ByMentor { get; init; }

    public FlagEffect Effect(MarkRules rules) => Flags.Select(flag => rules.Flags.GetValueOrDefault(flag)).DefaultIfEmpty().Max();

    public bool Counts(MarkRules rules) => Effect(rules) < FlagEffect.Stop;

    /// <summary>Null: nothing is said about it.</summary>
    public double? Answer(Criterion criterion, MarkRules rules) =>
        Effect(rules) == FlagEffect.Zero ? 0
        : Answers.TryGetValue(criterion.Key, out var answer) ? answer
        : null;
}
