using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

/// <summary>What evaluators have last said to a learner. Who they are is never among it.</summary>
internal sealed class LatestRemarks(AcademyDb db, ICurriculum curriculum)
{
    public async Task<IReadOnlyList<RemarkView>> ForAsync(Guid learnerId, int most, CancellationToken ct)
    {
        var done = await (
            from evaluation in db.Set<Evaluation>().AsNoTracking()
            join member in db.Set<WorkMember>() on evaluation.AttemptId equals member.AttemptId
            join work in db.Set<Work>() on evaluation.AttemptId equals work.AttemptId
            join sheet in db.Set<EvaluationSheet>() on evaluation.Id equals sheet.EvaluationId
            where member.LearnerId == learnerId && evaluation.State == EvaluationState.Done && evaluation.IsHeld
            // Whose work a calibration uses must not learn of it.
            where evaluation.Kind != EvaluationKind.Calibration
            orderby evaluation.DoneAt descending
            select new { evaluation.Id, work.AttemptId, work.ReleaseId, work.ProjectSlug, evaluation.DoneAt, sheet.Json }).Take(most).ToListAsync(ct);

        var remarks = new List<RemarkView>();
        foreach (var one in done)
        {
            var project = (await curriculum.GetAsync(one.ReleaseId, ct)).Projects[one.ProjectSlug];
            remarks.Add(new RemarkView(one.Id, one.AttemptId, project.Title, Sheet.Parse(one.Json).Remark, one.DoneAt!.Value));
        }

        return remarks;
    }
}

/// <param name="EvaluationId">Where the whole of it is.</param>
/// <param name="AttemptId">The work that it is about.</param>
/// <param name="Project">Its title.</param>
/// <param name="Remark">The word to the person.</param>
/// <param name="At">When it was handed in.</param>
internal sealed record RemarkView(Guid EvaluationId, Guid AttemptId, Text Project, string Remark, DateTimeOffset At)
{
    private const int Shown = 280;

    /// <summary>Its beginning, cut between two words.</summary>
    public string Beginning
    {
        get
        {
            var text = Remark.Trim();
            if (text.Length <= Shown) return text;

            var end = text.LastIndexOf(' ', Shown);
            return $"{text[..(end > Shown / 2 ? end : Shown)].TrimEnd()}…";
        }
    }
}
