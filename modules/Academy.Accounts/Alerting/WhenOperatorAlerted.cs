using Academy.Accounts.Mail;
using Academy.Accounts.People;
using Academy.Contracts.Grading;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Alerting;

/// <summary>Has each operator written to: one mail that fails is tried again by itself.</summary>
internal sealed class WhenOperatorAlerted(AcademyDb db, Letters letters, TimeProvider clock) : IReaction<OperatorAlerted>
{
    public async Task RunAsync(OperatorAlerted happened, CancellationToken ct)
    {
        var operators = await db.Set<User>().AsNoTracking()
            .Where(u => u.LockedAt == null && (u.Roles & Role.Operator) == Role.Operator)
            .ToListAsync(ct);
        foreach (var user in operators) db.Publish(letters.Alert(user, happened.Detail), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
