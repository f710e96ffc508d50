namespace Academy.Kernel.Outcomes;

/// <summary>What came of a business rule.</summary>
public interface IOutcome
{
    /// <summary>Null when the rule let it pass.</summary>
    Refusal? Refusal { get; }
}

/// <summary>What came of a business rule: done, or a refusal that can be shown to the person.</summary>
public readonly record struct Outcome(Refusal? Refusal) : IOutcome
{
    /// <summary>The rule let it pass.</summary>
    public static Outcome Done => default;

    /// <summary>Whether there is a <see cref="Refusal"/>.</summary>
    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>An outcome that carries a value when it is done.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal) : IOutcome
{
    /// <summary>Whether there is a <see cref="Refusal"/>; otherwise there is a <see cref="Value"/>.</summary>
    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);
}
