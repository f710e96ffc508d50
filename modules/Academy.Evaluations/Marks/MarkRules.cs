namespace Academy.Evaluations.Marks;

/// <summary>The numbers behind a mark; points go from 0 to 100.</summary>
internal sealed record MarkRules
{
    public double PassMark { get; init; } = 80;

    /// <summary>When two evaluators are further apart than this, a mentor looks as well.</summary>
    public double Disagreement { get; init; } = 20;

    /// <summary>Flags of the rubric that do more than say something.</summary>
    public IReadOnlyDictionary<string, FlagEffect> Flags { get; init; } = new Dictionary<string, FlagEffect>
    {
        ["empty-work"] = FlagEffect.Zero,
        ["does-not-compile"] = FlagEffect.Zero,
        ["forbidden-function"] = FlagEffect.Zero,
        ["crash"] = FlagEffect.Zero,
        ["cannot-explain"] = FlagEffect.Zero,
        ["concerning-situation"] = FlagEffect.Stop,
        ["cheat"] = FlagEffect.Case,
    };

    /// <summary>The k of b = n/(n+k) × mean residual: with so many evaluations, one believes half of what one sees.</summary>
    public double Shrinkage { get; init; } = 5;
}

/// <summary>What a flag does to the evaluation in which it is raised.</summary>
internal enum FlagEffect
{
    None,

    /// <summary>This evaluator gives no points. If another disagrees, a mentor looks.</summary>
    Zero,

    /// <summary>The evaluation ends and does not count; another one takes its place.</summary>
    Stop,

    /// <summary>Like Stop, and there is no mark until a trainer has decided.</summary>
    Case,
}
