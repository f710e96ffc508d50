using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Slots;

/// <summary>What an evaluator decides about all their times.</summary>
internal sealed class EvaluatorChoices(AcademyDb db, WhoMayEvaluate who, ICurriculum curriculum)
{
    public async Task<Outcome> ChooseAsync(Guid evaluatorId, int? perDay, bool takesRecorded, CancellationToken ct)
    {
        if (curriculum.Current?.Rules.Evaluation.Slots is not { } rules || !await who.AnythingAsync(evaluatorId, ct)) return Refusals.ValidateFirst;
        if (perDay is < 1 || perDay > rules.MostPerDay) return Refusals.TooManyADay.With(rules.MostPerDay);

        var evaluator = await db.FindAsync<Evaluator>([evaluatorId], ct);
        if (evaluator is null) db.Add(evaluator = new Evaluator(evaluatorId));
        evaluator.Choose(perDay, takesRecorded);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    /// <summary>Nothing new opens from this weekly time; what is open already stays so.</summary>
    public async Task<Outcome> StopWeeklyAsync(Guid evaluatorId, Guid weeklyTimeId, CancellationToken ct)
    {
        var gone = await db.Set<WeeklyTime>().Where(t => t.Id == weeklyTimeId && t.EvaluatorId == evaluatorId).ExecuteDeleteAsync(ct);
        return gone == 0 ? Refusals.UnknownTime : Outcome.Done;
    }
}
