using System.Security.Claims;
using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Accounts.Profile;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Academy.Accounts.Sessions;

/// <summary>Signs somebody in whose identity has just been proven.</summary>
internal sealed class OpenSession(AcademyDb db, AuditTrail audit, TimeProvider clock)
{
    /// <param name="user">Who.</param>
    /// <param name="stay">Whether the session outlives the browser window.</param>
    /// <param name="how">With a password or a passkey.</param>
    /// <param name="http">The request that proved it.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task RunAsync(User user, bool stay, SecurityEventKind how, HttpContext http, CancellationToken ct)
    {
        var session = new Session(user.Id, Device.Of(http.Request.Headers.UserAgent.ToString()), clock.GetUtcNow());
        db.Add(session);
        audit.Note(how, user.Id, session.Device);
        await db.SaveChangesAsync(ct);

        // The cookie says which session it is and nothing else: roles and name are looked up at each visit.
        var ticket = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(OpenSessions.ClaimType, session.Id.ToString())],
            Schemes.Cookie);
        await http.SignInAsync(Schemes.Cookie, new ClaimsPrincipal(ticket), new AuthenticationProperties { IsPersistent = stay });
        Preferences.KeepLanguage(http, user.Language);
    }
}
