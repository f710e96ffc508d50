using Academy.Accounts.Admin;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Inviting;

/// <summary>The invitations, newest first.</summary>
internal sealed class ReadInvitations(AcademyDb db, TimeProvider clock)
{
    public async Task<Paged<InvitationRow>> RunAsync(int page, CancellationToken ct)
    {
        var found = await db.Set<Invitation>().AsNoTracking().OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).PageAsync(page, ct);
        var ids = found.Items.SelectMany(i => new[] { i.InvitedBy, i.UsedBy }).OfType<Guid>().Distinct().ToArray();
        var names = await db.Set<User>().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var now = clock.GetUtcNow();
        return new Paged<InvitationRow>(
            [.. found.Items.Select(i => new InvitationRow(
                i.Id, i.Roles, i.Email, NameOf(names, i.InvitedBy), i.CreatedAt, i.ExpiresAt, StateOf(i, now), NameOf(names, i.UsedBy)))],
            found.Page,
            found.Total);
    }

    private static InvitationState StateOf(Invitation invitation, DateTimeOffset now) =>
        invitation.UsedAt is not null ? InvitationState.Used
        : invitation.RevokedAt is not null ? InvitationState.Withdrawn
        : invitation.ExpiresAt <= now ? InvitationState.Expired
        : InvitationState.Open;

    private static string? NameOf(Dictionary<Guid, string> names, Guid? id) => id is null ? null : names.GetValueOrDefault(id.Value);
}

internal enum InvitationState
{
    Open,
    Used,
    Withdrawn,
    Expired,
}

internal sealed record InvitationRow(
    Guid Id, Role Roles, string? Email, string? InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, InvitationState State, string? UsedBy);
