using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using Academy.Accounts.People;
using Academy.Accounts.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Accounts.SigningIn;

/// <summary>HTTP Basic, for git and for making the first token: e-mail and password, or any name and a token as the password.</summary>
internal sealed class BasicHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    UserManager<User> users, CheckPassword check, RecentPasswords recent, PasswordThrottle throttle, FindToken findToken)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private bool _tooMany;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals(Schemes.Basic, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (Decode(header.Parameter ?? "") is not [var name, var password]) return AuthenticateResult.Fail("Not name:password in base64.");

        if (AccessToken.LooksLikeOne(password))
        {
            return await findToken.RunAsync(password, Scheme.Name, Context.RequestAborted) is { } owner
                ? Success(owner)
                : AuthenticateResult.Fail("Unknown or expired token.");
        }

        return await PersonAsync(name, password) is { } user
            ? Success(AcademyPrincipal.Of(user, Scheme.Name))
            : AuthenticateResult.Fail("Wrong e-mail address or password.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_tooMany)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = "60";
            return;
        }

        await base.HandleChallengeAsync(properties);
        Response.Headers.WWWAuthenticate = Schemes.BasicChallenge;
    }

    private async Task<User?> PersonAsync(string email, string password)
    {
        // A clone asks several times in a row; a password hash takes long on purpose.
        if (await users.FindByEmailAsync(email) is { LockedAt: null } known && recent.Knows(known, password)) return known;

        _tooMany = !throttle.TryEnter(Context.Connection.RemoteIpAddress);
        if (_tooMany) return null;

        var user = (await check.RunAsync(email, password, Context.RequestAborted)).Value;
        if (user is not null) recent.Remember(user, password);
        return user;
    }

    private AuthenticateResult Success(System.Security.Claims.ClaimsPrincipal principal) =>
        AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));

    private static string[] Decode(string parameter)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(parameter)).Split(':', 2);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
