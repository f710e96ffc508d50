using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Passkeys;

/// <summary>Registers a passkey: the browser asks for options, then brings what the device has made of them.</summary>
internal sealed class AddPasskey(
    AcademyDb db, UserManager<User> users, IPasskeyHandler<User> passkeys, PasskeyState state, AuditTrail audit, TimeProvider clock)
{
    public const int LongestName = 60;
    public const int Most = 20;

    /// <returns>PublicKeyCredentialCreationOptions as JSON.</returns>
    public async Task<string> OptionsAsync(Guid userId, HttpContext http, CancellationToken ct)
    {
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        var person = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Name };
        var options = await passkeys.MakeCreationOptionsAsync(person, http);
        state.Keep(http, options.AttestationState);
        return options.CreationOptionsJson;
    }

    public async Task<Outcome> RunAsync(Guid userId, string name, string credential, HttpContext http, CancellationToken ct)
    {
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        if ((await users.GetPasskeysAsync(user)).Count >= Most) return Refusals.TooManyPasskeys.With(Most);

        var made = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = credential,
            AttestationState = state.Take(http),
        });
        if (!made.Succeeded || made.UserEntity.Id != user.Id.ToString()) return Refusals.PasskeyFailed;

        made.Passkey.Name = name;
        audit.Note(SecurityEventKind.PasskeyAdded, user.Id, name);
        db.Publish(new PasskeyAdded(user.Id, name), clock.GetUtcNow());
        var added = await users.AddOrUpdatePasskeyAsync(user, made.Passkey);
        return added.Succeeded ? Outcome.Done : Refusals.ChangedMeanwhile;
    }
}
