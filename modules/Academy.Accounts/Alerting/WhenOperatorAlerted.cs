using Academy.Accounts.People;
using Academy.Contracts.Grading;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Alerting;

/// <summary>Has each operator written to: one mail that fails is tried again by itself.</summary>
internal sealed class WhenOperatorAlerted(AcademyDb db, TimeProvider clock) : IReaction<OperatorAlerted>
{
    public async Task RunAsync(OperatorAlerted happened, CancellationToken ct)
    {
        var operators = await db.Set<User>()
            .Where(u => u.LockedAt == null && (u.Roles & Role.Operator) == Role.Operator)
            .Select(u => u.Id)
            .ToListAsync(ct);
        foreach (var id in operators) db.Publish(new AlertLetterDue(id, happened.Detail), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
