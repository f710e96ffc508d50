using Academy.Accounts.Sessions;
using Academy.Accounts.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Accounts.SigningIn;

/// <summary>How a request says who sends it: a browser by its cookie, a program by a token, git by HTTP Basic.</summary>
internal static class Schemes
{
    public const string Either = "Academy";
    public const string Cookie = "Cookie";
    public const string Bearer = "Bearer";
    public const string Basic = "Basic";

    public const string BasicChallenge = "Basic realm=\"Academy\", charset=\"UTF-8\"";

    public static IServiceCollection AddSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Bearer, null)
            .AddScheme<AuthenticationSchemeOptions, BasicHandler>(Basic, null)
            .AddCookie(Cookie, options =>
            {
                options.Cookie.Name = "academy";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = Session.Lifetime;
                options.SlidingExpiration = true;
                options.LoginPath = "/account/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.EventsType = typeof(SessionCookie);
            });
        services.AddScoped<SessionCookie>();
        return services;
    }

    private static string Choose(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Bearer;
        if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return Basic;
        return Cookie;
    }
}
