using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Calibrating;

/// <summary>Calibration works as trainers see them.</summary>
internal sealed class ReadCalibrations(AcademyDb db, ICurriculum curriculum)
{
    /// <summary>All of them, with what evaluators made of them; the newest first.</summary>
    public async Task<IReadOnlyList<CalibrationLine>> AllAsync(CancellationToken ct)
    {
        var all = await db.Set<CalibrationWork>().AsNoTracking().OrderByDescending(c => c.At).ToListAsync(ct);
        var given = (await db.Set<Evaluation>().AsNoTracking()
            .Where(e => e.Kind == EvaluationKind.Calibration && e.State == EvaluationState.Done)
            .Select(e => new { e.AttemptId, Percent = e.Percent!.Value })
            .ToListAsync(ct)).ToLookup(e => e.AttemptId, e => e.Percent);
        var lines = new List<CalibrationLine>();
        foreach (var calibration in all)
        {
            var title = (await curriculum.GetAsync(calibration.ReleaseId, ct)).Projects[calibration.ProjectSlug].Title.ToString();
            var percents = given[calibration.AttemptId].ToList();
            lines.Add(new CalibrationLine(calibration, title, percents.Count, percents.Count == 0 ? null : percents.Average() - calibration.Percent));
        }

        return lines;
    }

    /// <summary>A work that is to be marked, or was; null when there is none, or when the reader worked on it.</summary>
    public async Task<CalibrationForm?> FindAsync(Guid attemptId, Guid readerId, CancellationToken ct)
    {
        var work = await db.Set<Work>().AsNoTracking().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        if (work is null || work.Has(readerId)) return null;

        var calibration = await db.Set<CalibrationWork>().AsNoTracking().SingleOrDefaultAsync(c => c.AttemptId == attemptId, ct);
        var written = await db.Set<Recording>().AsNoTracking().Where(r => r.AttemptId == attemptId).Select(r => r.Text).SingleOrDefaultAsync(ct);
        return new CalibrationForm(
            work, await curriculum.ProjectOfAsync(work, ct), calibration, calibration?.Read() ?? Sheet.Empty, calibration?.Defence ?? written ?? "");
    }
}

/// <param name="Given">How many evaluators have looked at it.</param>
/// <param name="Difference">Their points above the reference, on average; null: nobody has yet.</param>
internal sealed record CalibrationLine(CalibrationWork Calibration, string Title, int Given, double? Difference);

/// <param name="Calibration">Null: it is none yet.</param>
/// <param name="Sheet">What stands in the rubric.</param>
/// <param name="Defence">What stands in the text.</param>
internal sealed record CalibrationForm(Work Work, Project Project, CalibrationWork? Calibration, Sheet Sheet, string Defence);
