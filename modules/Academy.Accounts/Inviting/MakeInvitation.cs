using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Contracts;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;

namespace Academy.Accounts.Inviting;

/// <summary>Invites somebody: by mail when there is an address, otherwise by a link to hand over, shown once.</summary>
internal sealed class MakeInvitation(AcademyDb db, AuditTrail audit, TimeProvider clock)
{
    public const int LongestDays = 90;

    /// <summary>Those whom a programme officer may bring in; the others have power over accounts.</summary>
    public const Role ByOfficers = Role.Learner | Role.Mentor | Role.Trainer | Role.CompanyTutor;

    /// <summary>The roles that somebody with <paramref name="inviter"/> may give.</summary>
    public static Role MayGive(Role inviter) => inviter.HasFlag(Role.Operator) ? Role.Everybody : ByOfficers;

    /// <returns>The code of the link to hand over; null when it goes by mail.</returns>
    public async Task<Outcome<string?>> RunAsync(
        Guid inviterId, Role inviter, Role roles, string? email, string language, int days, CancellationToken ct)
    {
        if (roles == Role.None) return Refusals.ChooseRole;
        if ((roles & ~MayGive(inviter)) != Role.None) return Refusals.RoleNotYours;

        if (email is not null && !User.IsEmail(email)) return Refusals.EmailWrong;

        var now = clock.GetUtcNow();
        var code = Invitation.MakeCode();
        var invitation = new Invitation(code, roles, email, inviterId, now.AddDays(days), now);
        db.Add(invitation);
        audit.Note(SecurityEventKind.InvitationMade, inviterId, RoleTexts.Written(roles));
        if (email is not null) db.Publish(new InvitationAsked(invitation.Id, language), now);
        await db.SaveChangesAsync(ct);
        return email is null ? code : new Outcome<string?>(null, null);
    }
}

/// <param name="InvitationId">Which.</param>
/// <param name="Language">Of the mail: nothing is known yet of the person.</param>
internal sealed record InvitationAsked(Guid InvitationId, string Language) : IEvent
{
    public string Aggregate => $"invitation/{InvitationId}";
}
