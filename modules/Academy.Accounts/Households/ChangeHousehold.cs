using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Households;

/// <summary>Says who lives with whom, so that they are not asked to evaluate each other.</summary>
internal sealed class ChangeHousehold(AcademyDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>From now on both live together, and with whoever lived with one of them.</summary>
    public async Task<Outcome> LinkAsync(Guid personId, Guid otherId, CancellationToken ct)
    {
        if (personId == otherId) return Refusals.TwoPeople;

        var two = await db.Set<User>().Where(u => u.Id == personId || u.Id == otherId).ToListAsync(ct);
        if (two.Count < 2) return Refusals.NoSuchPerson;

        var households = two.Select(u => u.Household).Where(h => h is not null).Distinct().ToList();
        var household = households.FirstOrDefault() ?? Guid.CreateVersion7(clock.GetUtcNow());
        var housemates = await db.Set<User>().Where(u => u.Household != null && households.Contains(u.Household)).ToListAsync(ct);
        foreach (var user in housemates.Union(two).Where(u => u.Household != household)) Move(user, household);
        return await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
    }

    /// <summary>The person lives alone, as far as is known. So does whoever remains alone.</summary>
    public async Task<Outcome> LeaveAsync(Guid personId, CancellationToken ct)
    {
        if (await db.Set<User>().SingleOrDefaultAsync(u => u.Id == personId, ct) is not { } person) return Refusals.NoSuchPerson;
        if (person.Household is not { } household) return Outcome.Done;

        var others = await db.Set<User>().Where(u => u.Household == household && u.Id != personId).ToListAsync(ct);
        Move(person, null);
        if (others is [var alone]) Move(alone, null);
        return await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
    }

    private void Move(User user, Guid? household)
    {
        user.LiveIn(household);
        audit.Note(SecurityEventKind.HouseholdChanged, user.Id);
    }
}
