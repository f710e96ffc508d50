using Academy.Accounts.Audit;
using Academy.Accounts.Mail;
using Academy.Accounts.People;
using Academy.Accounts.Sessions;
using Academy.Contracts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Passwords;

/// <summary>What every new password does: the rules, a new stamp, the end of a pause and of sessions, a mail.</summary>
internal sealed class NewPassword(
    AcademyDb db, UserManager<User> users, CloseSession close, AuditTrail audit, TimeProvider clock)
{
    /// <param name="user">Whose, tracked.</param>
    /// <param name="password">In plain text.</param>
    /// <param name="how">Changed or reset.</param>
    /// <param name="keep">The session that goes on.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Outcome> SetAsync(User user, string password, SecurityEventKind how, Guid? keep, CancellationToken ct)
    {
        if (PasswordRules.Check(password, user.Email!, user.Name).Refusal is { } refusal) return refusal;

        user.ChoosePassword(users.PasswordHasher.HashPassword(user, password));
        audit.Note(how, user.Id);
        db.Publish(new PasswordReplaced(user.Id), clock.GetUtcNow());
        var saved = await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
        if (saved.IsRefused) return saved;

        await close.AllAsync(user.Id, keep, ct);
        return Outcome.Done;
    }
}

internal sealed record PasswordReplaced(Guid UserId) : IEvent
{
    public string Aggregate => $"account/{UserId}";
}

/// <summary>Tells the owner: if somebody else did it, this is how they learn of it.</summary>
internal sealed class WhenPasswordReplaced(AcademyDb db, Letters letters, Postbox postbox) : IReaction<PasswordReplaced>
{
    public async Task RunAsync(PasswordReplaced happened, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == happened.UserId, ct);
        if (user is not null) await postbox.SendAsync(letters.PasswordChanged(user), ct);
    }
}
