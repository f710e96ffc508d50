using Academy.Accounts.People;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Profile;

/// <summary>The two switches of the page frame: language and theme. They lead back to where the person was.</summary>
internal static class PreferenceEndpoints
{
    private static readonly string[] Themes = ["light", "dark", "auto"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var account = endpoints.MapGroup("/account").RequireOwnForm().AllowAnonymous();
        account.MapPost("/language", ChooseLanguageAsync);
        account.MapPost("/theme", ChooseTheme);
    }

    private static async Task<IResult> ChooseLanguageAsync(
        [FromForm] string language, [FromForm] string? returnUrl, HttpContext http, AcademyDb db, CancellationToken ct)
    {
        if (!Languages.All.Contains(language)) return Results.BadRequest();

        Preferences.KeepLanguage(http, language);
        if (http.User.Identity?.IsAuthenticated == true)
        {
            var me = http.User.Id();
            await db.Set<User>().Where(u => u.Id == me).ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, language), ct);
        }

        return Back(returnUrl);
    }

    private static IResult ChooseTheme([FromForm] string theme, [FromForm] string? returnUrl, HttpContext http)
    {
        if (!Themes.Contains(theme)) return Results.BadRequest();

        Preferences.KeepTheme(http, theme);
        return Back(returnUrl);
    }

    private static IResult Back(string? returnUrl) => Results.LocalRedirect(LocalUrl.Safe(returnUrl));
}
