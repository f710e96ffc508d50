using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Booking;

/// <summary>"Find me somebody": from now on the academy looks by itself, at any time that suits both.</summary>
internal sealed class SearchEvaluator(AcademyDb db, MatchingSignal signal)
{
    public async Task<Outcome> RunAsync(Guid attemptId, bool search, Guid learnerId, CancellationToken ct)
    {
        var work = await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        if (work is null || !work.Has(learnerId)) return Refusals.UnknownWork;
        if (work.CaptainId != learnerId) return Refusals.OnlyTheCaptain;
        if (search && work.Missing == 0) return Refusals.NothingMissing;

        work.Search(search);
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        if (!saved.IsRefused) signal.Wake();
        return saved;
    }
}
