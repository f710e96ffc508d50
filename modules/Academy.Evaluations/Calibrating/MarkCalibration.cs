using Academy.Contracts.Curriculum;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Calibrating;

/// <summary>A trainer marks a finished work once more: from now on it shows how strict evaluators are.</summary>
internal sealed class MarkCalibration(AcademyDb db, ICurriculum curriculum, FindNames names, TimeProvider clock)
{
    /// <param name="defence">What the learner would say of it; nobody can be asked.</param>
    public async Task<Outcome> RunAsync(Guid attemptId, Sheet sheet, string? defence, Guid trainerId, CancellationToken ct)
    {
        var work = await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        if (work is null) return Refusals.UnknownWork;
        if ((await db.WithAPartAsync(work, ct)).Contains(trainerId)) return Refusals.OwnWork;
        if (work.State != WorkState.Decided) return Refusals.NotMarkedYet;

        var release = await curriculum.GetAsync(work.ReleaseId, ct);
        var rubric = release.Projects[work.ProjectSlug].Evaluation!.Rubric;
        var plain = sheet with { Flag = EvaluationFlag.Ok, Absent = [] };
        if (plain.Check(rubric, []).Refusal is { } wrong) return wrong;

        var unanswered = plain.Unanswered(rubric).ToList();
        if (unanswered.Count > 0) return Refusals.Unanswered.With(string.Join(" · ", unanswered.Select(c => c.Text)));
        if (string.IsNullOrWhiteSpace(defence)) return Refusals.TextMissing;
        if (defence.Length > CalibrationWork.LongestDefence) return Refusals.TooLong;
        if (await names.InTextAsync(work, $"{defence}\n{sheet.Remark}", ct)) return Refusals.NamedInText;
        if (await names.InFilesAsync(work, ct) is { Count: > 0 } files) return Refusals.NamedInFiles.With(string.Join(" · ", files));

        var calibration = await db.FindAsync<CalibrationWork>([attemptId], ct);
        if (calibration is null) db.Add(calibration = new CalibrationWork(work, trainerId));
        var percent = GivenEvaluation.Of(plain, release.Rules.Evaluation).Percent(rubric);
        calibration.Mark(plain, rubric, percent, defence.Trim(), trainerId, clock.GetUtcNow());
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    /// <summary>Given to nobody any more; what it has shown stays.</summary>
    public async Task<Outcome> RetireAsync(Guid attemptId, CancellationToken ct)
    {
        if (await db.FindAsync<CalibrationWork>([attemptId], ct) is not { } calibration) return Refusals.UnknownWork;

        calibration.Retire();
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
