using Academy.Accounts.People;
using Academy.Contracts;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.Extensions.Options;

namespace Academy.Accounts.Inviting;

/// <summary>
/// Open sign-up: a person asks for an invitation of their own, which comes by mail. The mail proves the address, and a
/// stranger cannot find out who has an account.
/// </summary>
internal sealed class AskSignUp(AcademyDb db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(string email, string language, CancellationToken ct)
    {
        if (options.Value.SignUp != SignUp.Open) return Refusals.SignUpByInvitation;

        if (!User.IsEmail(email)) return Refusals.EmailWrong;

        var now = clock.GetUtcNow();
        db.Publish(new SignUpAsked(Guid.CreateVersion7(now), email, language), now);
        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }
}

internal sealed record SignUpAsked(Guid Id, string Email, string Language) : IEvent
{
    public string Aggregate => $"sign-up/{Id}";
}
