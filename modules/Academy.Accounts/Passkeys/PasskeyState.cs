using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Academy.Accounts.Passkeys;

/// <summary>Keeps the challenge of a passkey ceremony in the browser, sealed, between its two requests.</summary>
internal sealed class PasskeyState(IDataProtectionProvider protection)
{
    private const string CookieName = "academy-passkey";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Academy.Passkeys").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string? state) =>
        http.Response.Cookies.Append(CookieName, _seal.Protect(state ?? "", Lifetime), Options(http));

    /// <summary>What was kept, once; null when it is too old or not ours.</summary>
    public string? Take(HttpContext http)
    {
        var sealedState = http.Request.Cookies[CookieName];
        http.Response.Cookies.Delete(CookieName, Options(http));
        try
        {
            return sealedState is null ? null : _seal.Unprotect(sealedState);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        Path = "/account",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    };
}
