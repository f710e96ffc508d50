using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Academy.Kernel.Data;
using Academy.Kernel.Modules;

using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;


namespace Academy.Web.Startup;

/// <summary>Services of the host: pages, API documents, languages, limits, health.</summary>
internal static class WebSetup
{
    public static void AddAcademyWeb(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        var data = configuration.GetSection("Data").Get<DataOptions>() ?? new DataOptions();
        // Cookies survive a restart of the site.
        services.AddDataProtection().SetApplicationName("Academy").PersistKeysToFileSystem(new DirectoryInfo(data.Folder("keys")));

        // Validation happens on the server: its attributes would only make every form heavier.
        var pages = services.AddRazorPages()
            .AddMvcOptions(LineEnds.Configure)
            .AddDataAnnotationsLocalization()
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.ConfigureOptions<ValidationTexts>();
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddMvcCore().ConfigureApplicationPartManager(manager => manager.FeatureProviders.Add(new ZoneComponents(modules)));
        foreach (var module in modules) pages.AddApplicationPart(module.GetType().Assembly);

        // French as it is written: "é", not "&#xE9;".
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(new TextSource(typeof(WebSetup).Assembly));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages.Default);
            options.AddSupportedCultures([.. Languages.All]);
            options.AddSupportedUICultures([.. Languages.All]);
            // The choice of the person (cookie), then what the browser asks for; ?culture= in an address is not followed.
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });

        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        services.AddOpenApi("v1", OpenApiSetup.Configure);
        services.AddHealthChecks().AddDbContextCheck<AcademyDb>("database", tags: ["ready"]);
        services.Configure<RateLimitOptions>(configuration.GetSection("RateLimits"));
        services.AddRateLimiter(RateLimits.Configure);
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
    }
}
