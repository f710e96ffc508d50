namespace Academy.Contracts.Evaluations;

/// <summary>What other modules may know of evaluations.</summary>
public interface IEvaluations
{
    /// <summary>How many evaluations somebody has handed in, those of every kind.</summary>
    Task<int> GivenAsync(Guid personId, CancellationToken ct);
}
