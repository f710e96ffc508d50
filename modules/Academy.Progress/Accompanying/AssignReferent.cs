using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Accompanying;

/// <summary>Says who is told when a learner falls silent.</summary>
internal sealed class AssignReferent(AcademyDb db, IPeople people)
{
    /// <param name="referentId">Null: all programme officers again.</param>
    public async Task<Outcome> RunAsync(Guid learnerId, Guid? referentId, CancellationToken ct)
    {
        if (await people.FindOpenLearnerAsync(learnerId, ct) is not { } learner) return Refusals.UnknownLearner;
        if (referentId is { } person && !(await CandidatesAsync(ct)).Any(p => p.Id == person)) return Refusals.NoReferent;

        var pace = await db.Set<LearnerPace>().SingleOrDefaultAsync(p => p.Id == learnerId, ct);
        if (pace is null) db.Add(pace = LearnerPace.Awaited(learnerId, learner.Since));
        pace.AssignReferent(referentId);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    public async Task<IReadOnlyList<Person>> CandidatesAsync(CancellationToken ct)
    {
        var ids = (await people.MentorsAsync(ct)).Concat(await people.OfficersAsync(ct)).Distinct().ToList();
        return [.. (await people.FindAsync(ids, ct)).Values.OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }
}
