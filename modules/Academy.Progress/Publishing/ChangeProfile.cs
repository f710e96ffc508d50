using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Publishing;

/// <summary>A learner shows their profile to everybody, changes what is shown, or hides it again.</summary>
internal sealed class ChangeProfile(AcademyDb db, ReadProfile read)
{
    public async Task<Outcome> ShowAsync(Guid learnerId, ProfileWish wish, CancellationToken ct)
    {
        var own = await read.OwnAsync(learnerId, ct);
        var profile = await FindAsync(learnerId, ct) ?? db.Add(new PublicProfile(learnerId)).Entity;
        var outcome = profile.Show(own.WithoutName(wish));
        if (outcome.IsRefused) return outcome;
        if (await IsTakenAsync(profile, ct)) return Refusals.AddressTaken;

        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        // Two learners may want the same address at once.
        return saved.IsRefused && await IsTakenAsync(profile, ct) ? Refusals.AddressTaken : saved;
    }

    public async Task<Outcome> HideAsync(Guid learnerId, CancellationToken ct)
    {
        if (await FindAsync(learnerId, ct) is not { IsOn: true } profile) return Outcome.Done;

        profile.Hide();
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    private Task<PublicProfile?> FindAsync(Guid learnerId, CancellationToken ct) =>
        db.Set<PublicProfile>().SingleOrDefaultAsync(p => p.Id == learnerId, ct);

    private Task<bool> IsTakenAsync(PublicProfile profile, CancellationToken ct) =>
        db.Set<PublicProfile>().AnyAsync(p => p.Address == profile.Address && p.Id != profile.Id, ct);
}
