using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Points;

/// <summary>
/// Double-entry bookkeeping of points. Nothing here saves: points move in the transaction of what they move for. Two who move
/// the points of one account at once: the second is refused by the database and begins anew.
/// </summary>
internal sealed class Ledger(AcademyDb db)
{
    /// <summary>Moves at most so many points, as many as there are; what the receiver has above the cap goes on into the pool.</summary>
    /// <returns>How many moved; 0 as well when this was done before.</returns>
    public async Task<int> MoveWhatIsThereAsync(
        string from, string to, int points, Cause cause, PointRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var key = $"{cause.Reason}{cause.Occasion}/{cause.SubjectId}/{from}/{to}";
        if (await IsDoneAsync(key, ct)) return 0;

        var moved = from == PointAccount.Issue ? points : Math.Min(points, await BalanceAsync(from, rules, now, ct));
        if (moved == 0 || from == to) return 0;

        await WriteAsync(from, to, moved, cause, key, rules, now, ct);
        var above = PointAccount.IsLearner(to) ? await BalanceAsync(to, rules, now, ct) - rules.Cap : 0;
        if (above > 0)
            await WriteAsync(to, PointAccount.Pool, above, cause with { Reason = PointReason.AboveCap }, $"{PointReason.AboveCap}/{key}", rules, now, ct);
        return moved;
    }

    /// <summary>
    /// Moves back what some entries of one cause have moved, once. What the receiver has spent since comes from the pool, and
    /// what the pool does not have is issued: taking a mistake back takes nothing away from anybody else.
    /// </summary>
    public async Task ReverseAsync(
        IReadOnlyCollection<LedgerEntry> entries, Cause cause, PointRules rules, DateTimeOffset now, CancellationToken ct)
    {
        // What flowed through an account, such as a point above the cap, is nothing that it gained.
        var changes = entries
            .SelectMany(e => new[] { (Account: e.FromAccount, By: -e.Points), (Account: e.ToAccount, By: e.Points) })
            .GroupBy(c => c.Account, c => c.By, (account, by) => (Account: account, By: by.Sum()))
            .ToList();
        foreach (var (loser, lost) in changes.Where(c => c.By < 0))
        {
            var missing = -lost;
            string[] sources = [.. changes.Where(c => c.By > 0).Select(c => c.Account), PointAccount.Pool, PointAccount.Issue];
            foreach (var from in sources.Where(from => from != loser).Distinct())
                if (missing > 0) missing -= await MoveWhatIsThereAsync(from, loser, missing, cause, rules, now, ct);
        }
    }

    /// <summary>What an account has. A learner who was never here before gets the points to begin with.</summary>
    public async Task<int> BalanceAsync(string name, PointRules rules, DateTimeOffset now, CancellationToken ct) =>
        (await OpenAsync(name, rules, now, ct)).Balance;

    private async Task<PointAccount> OpenAsync(string name, PointRules rules, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.FindAsync<PointAccount>([name], ct) is { } known) return known;

        var account = new PointAccount(name);
        db.Add(account);
        if (!PointAccount.IsLearner(name) || rules.Start == 0) return account;

        var learnerId = PointAccount.LearnerOf(name);
        account.Change(rules.Start);
        db.Add(new LedgerEntry(
            PointAccount.Issue, name, rules.Start, new Cause(PointReason.Welcome, learnerId, null), $"{PointReason.Welcome}/{learnerId}", now));
        return account;
    }

    private async Task WriteAsync(
        string from, string to, int points, Cause cause, string key, PointRules rules, DateTimeOffset now, CancellationToken ct)
    {
        if (from != PointAccount.Issue) (await OpenAsync(from, rules, now, ct)).Change(-points);
        if (to != PointAccount.Issue) (await OpenAsync(to, rules, now, ct)).Change(points);
        db.Add(new LedgerEntry(from, to, points, cause, key, now));
    }

    private async Task<bool> IsDoneAsync(string key, CancellationToken ct) =>
        db.Set<LedgerEntry>().Local.Any(e => e.Key == key) || await db.Set<LedgerEntry>().AnyAsync(e => e.Key == key, ct);
}
