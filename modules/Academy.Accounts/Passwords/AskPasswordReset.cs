using Academy.Contracts;
using Academy.Kernel.Data;

namespace Academy.Accounts.Passwords;

/// <summary>
/// Somebody has forgotten a password. The answer is the same whether the address is known or not, and takes the same time:
/// whom it belongs to is looked up later, when the mail is written.
/// </summary>
internal sealed class AskPasswordReset(AcademyDb db, TimeProvider clock)
{
    public async Task RunAsync(string email, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Publish(new PasswordResetAsked(Guid.CreateVersion7(now), email), now);
        await db.SaveChangesAsync(ct);
    }
}

internal sealed record PasswordResetAsked(Guid Id, string Email) : IEvent
{
    public string Aggregate => $"password-reset/{Id}";
}
