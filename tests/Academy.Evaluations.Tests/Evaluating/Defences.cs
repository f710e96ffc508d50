using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Evaluating;

/// <summary>Evaluations without the way through appointments.</summary>
internal static class Defences
{
    /// <summary>Somebody sits in front of the rubric, at the hour of the appointment.</summary>
    public static Task<(Guid Id, Guid EvaluatorId)> OpenDefenceAsync(
        this House house, Guid attemptId, EvaluationKind kind = EvaluationKind.Live, bool isRevealed = true, Guid? evaluatorId = null) =>
        house.Academy.RunAsync<AcademyDb, (Guid, Guid)>(async db =>
        {
            var work = await db.Set<Work>().SingleAsync(w => w.AttemptId == attemptId);
            if (kind != EvaluationKind.Calibration) work.Hold().Refusal.ShouldBeNull();
            var evaluation = new Evaluation(attemptId, evaluatorId ?? Guid.CreateVersion7(), kind, house.Now, house.Now.AddMinutes(30), house.Now, house.Now);
            if (isRevealed) evaluation.Reveal(house.Now);
            db.Add(evaluation);
            await db.SaveChangesAsync();
            return (evaluation.Id, evaluation.EvaluatorId);
        });

    public static Task<Outcome> HandInAsync(this House house, (Guid Id, Guid EvaluatorId) defence, Sheet sheet, long number = 1) =>
        house.Academy.RunAsync<HandInEvaluation, Outcome>(h => h.RunAsync(defence.Id, defence.EvaluatorId, number, sheet, CancellationToken.None));

    public static Task<Outcome> SaveAsync(this House house, (Guid Id, Guid EvaluatorId) defence, Sheet sheet, long number) =>
        house.Academy.RunAsync<SaveSheet, Outcome>(s => s.RunAsync(defence.Id, defence.EvaluatorId, number, sheet, CancellationToken.None));

    /// <summary>A whole evaluation: the rubric of <see cref="Testing.EvaluatedContent"/> has runs (yes or no, weight 2) and readable (0 to 5).</summary>
    public static async Task<(Guid Id, Guid EvaluatorId)> EvaluateAsync(
        this House house, Guid attemptId, int runs, int readable, EvaluationFlag flag = EvaluationFlag.Ok, params Guid[] absent)
    {
        var defence = await house.OpenDefenceAsync(attemptId);
        (await house.HandInAsync(defence, Filled(runs, readable, flag, absent))).Refusal.ShouldBeNull();
        return defence;
    }

    public static Sheet Filled(int? runs, int? readable, EvaluationFlag flag = EvaluationFlag.Ok, params Guid[] absent) => new(
        new Dictionary<string, Answer> { ["runs"] = new(runs, ""), ["readable"] = new(readable, "Les noms aident.") }, flag, "Bravo.", absent);

    public static async Task<int?> MarkAsync(this House house, Guid attemptId, Guid learnerId) =>
        (await house.WorkAsync(attemptId)).Members.Single(m => m.LearnerId == learnerId).Percent;

    /// <summary>A further member of the team that handed in.</summary>
    public static Task<Guid> JoinAsync(this House house, Guid attemptId) => house.Academy.RunAsync<AcademyDb, Guid>(async db =>
    {
        var member = new WorkMember(attemptId, Guid.CreateVersion7());
        db.Add(member);
        await db.SaveChangesAsync();
        return member.LearnerId;
    });
}
