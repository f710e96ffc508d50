using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Admin;

/// <summary>Guards the academy against being left without anybody who can run it.</summary>
internal sealed class LastOperator(AcademyDb db)
{
    /// <summary>
    /// Whether nobody else with an open account is an operator. Touches the others, so that two operators who remove each other
    /// at the same moment cannot both succeed.
    /// </summary>
    public async Task<bool> IsAsync(User user, CancellationToken ct)
    {
        if (!user.Roles.HasFlag(Role.Operator) || user.LockedAt is not null) return false;

        var others = await db.Set<User>()
            .Where(u => u.Id != user.Id && u.LockedAt == null && (u.Roles & Role.Operator) == Role.Operator)
            .ToListAsync(ct);
        others.ForEach(other => other.Touch());
        return others.Count == 0;
    }
}
