using Academy.Accounts.People;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Academy.Accounts.Passkeys;

/// <summary>Whose passkey this is. The device says it; nobody types an address.</summary>
internal sealed class CheckPasskey(UserManager<User> users, IPasskeyHandler<User> passkeys, PasskeyState state)
{
    /// <returns>PublicKeyCredentialRequestOptions as JSON.</returns>
    public async Task<string> OptionsAsync(HttpContext http)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        state.Keep(http, options.AssertionState);
        return options.RequestOptionsJson;
    }

    public async Task<Outcome<User>> RunAsync(string credential, HttpContext http)
    {
        var shown = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = credential,
            AssertionState = state.Take(http),
        });
        if (!shown.Succeeded) return Refusals.PasskeyFailed;
        if (shown.User.LockedAt is not null) return Refusals.AccountLocked;

        // The device counts its uses: a copy of it would be found out.
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        return shown.User;
    }
}
