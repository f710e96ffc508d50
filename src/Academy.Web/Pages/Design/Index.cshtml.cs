using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Design;

/// <summary>Every component in all its states, for those who write pages. In development only.</summary>
[AllowAnonymous]
public sealed class IndexModel(IWebHostEnvironment environment) : PageModel
{
    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();
}

/// <summary>The samples of this page stand here in both languages: they are no texts of the academy.</summary>
internal static class Sample
{
    public static string Say(string french, string english) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? french : english;
}
