using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Academy.Accounts.Profile;

/// <summary>Choices that a browser keeps, for people who are not signed in too.</summary>
internal static class Preferences
{
    public const string ThemeCookie = "theme";

    public static void KeepLanguage(HttpContext http, string language) => http.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
        Options(http));

    public static void KeepTheme(HttpContext http, string theme) => http.Response.Cookies.Append(ThemeCookie, theme, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    };
}
