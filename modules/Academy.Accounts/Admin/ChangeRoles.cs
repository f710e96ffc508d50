using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Admin;

/// <summary>Gives and takes roles. Somebody always remains who can.</summary>
internal sealed class ChangeRoles(AcademyDb db, LastOperator lastOperator, OpenSessions open, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(Guid userId, Role roles, CancellationToken ct)
    {
        if (roles == Role.None) return Refusals.ChooseRole;

        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null) return Refusals.NoSuchPerson;
        if (user.Roles == roles) return Outcome.Done;
        if (!roles.HasFlag(Role.Operator) && await lastOperator.IsAsync(user, ct)) return Refusals.LastOperator;

        audit.Note(SecurityEventKind.RolesChanged, user.Id, $"{RoleTexts.Written(user.Roles)} → {RoleTexts.Written(roles)}");
        user.ChangeRoles(roles);
        var saved = await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
        open.Forget();
        return saved;
    }
}
