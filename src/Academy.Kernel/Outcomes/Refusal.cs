namespace Academy.Kernel.Outcomes;

/// <summary>Why something may not be, in words that say what would lift it.</summary>
/// <param name="Code">Stable, for programs: "attempt-locked".</param>
/// <param name="Text">English text, the key of its translation; <c>{0}</c> stands for the first of <see cref="Args"/>.</param>
/// <param name="Status">HTTP status of the API's answer; 409 unless told.</param>
public sealed record Refusal(string Code, string Text, int Status = 409)
{
    /// <summary>What the text's places are filled with; a <see cref="DateTimeOffset"/> is written in the reader's time zone.</summary>
    public IReadOnlyList<object> Args { get; init; } = [];

    /// <summary>This refusal with its places filled.</summary>
    public Refusal With(params object[] args) => this with { Args = args };
}
