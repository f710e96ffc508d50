using System.Globalization;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Slots;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Points;

/// <summary>Each Monday the pool gives to those who have nothing left, once a week whatever runs twice.</summary>
internal sealed class GiveWeekly(AcademyDb db, ICurriculum curriculum, IPeople people, Ledger ledger, OneByOne each, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Points);
        var week = LocalDay.Monday(DateOnly.FromDateTime(now.UtcDateTime)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var empty = await db.Set<PointAccount>().AsNoTracking()
            .Where(a => a.Balance == 0 && a.Name.StartsWith("learner/"))
            .Select(a => a.Name)
            .ToListAsync(ct);
        // When the pool cannot give to all, those go first to whom it gave least.
        var gifts = await db.Set<LedgerEntry>().Where(e => e.Reason == PointReason.WeeklyGift)
            .GroupBy(e => e.ToAccount).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var persons = await people.FindAsync([.. empty.Select(PointAccount.LearnerOf)], ct);
        var order = empty.Where(a => persons.GetValueOrDefault(PointAccount.LearnerOf(a)) is { IsOpen: true })
            .OrderBy(a => gifts.GetValueOrDefault(a)).ThenBy(a => a, StringComparer.Ordinal);
        await each.RunAsync(order, GiveAsync, ct);

        async Task GiveAsync(string account)
        {
            var cause = new Cause(PointReason.WeeklyGift, PointAccount.LearnerOf(account), null, $"/{week}");
            var given = await ledger.MoveWhatIsThereAsync(PointAccount.Pool, account, rules.WeeklyGift, cause, rules, now, ct);
            if (given > 0) await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        }
    }
}
