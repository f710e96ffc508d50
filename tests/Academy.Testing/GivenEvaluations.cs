using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Kernel.Data;

namespace Academy.Testing;

/// <summary>Evaluations that somebody has handed in, without the way through appointments.</summary>
public static class GivenEvaluations
{
    public static async Task AddAsync(AcademyDb db, Guid evaluatorId, int count, DateTimeOffset now)
    {
        for (var i = 0; i < count; i++)
        {
            var evaluation = new Evaluation(Guid.CreateVersion7(), evaluatorId, EvaluationKind.Live, now, now.AddMinutes(30), now, now);
            evaluation.Finish(90, EvaluationFlag.Ok, now);
            db.Add(evaluation);
        }

        await db.SaveChangesAsync();
    }
}
