using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Academy.Kernel.Web;

/// <summary>Section "Site".</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>
    /// The address under which people reach the site, for links in mails and terminals: "https://academie.example". Empty: the
    /// address of the request, or the one on which the site listens.
    /// </summary>
    public string PublicUrl { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl != "" && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return new ValidationResult("Site:PublicUrl must be an address such as https://academie.example.");
    }
}

/// <summary>Makes whole addresses of the site's own paths.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> options, IHttpContextAccessor http, IServer server)
{
    /// <summary>"/attempts/1" → "https://academie.example/attempts/1".</summary>
    public string Of(string path) => Base().TrimEnd('/') + path;

    private string Base()
    {
        if (options.Value.PublicUrl != "") return options.Value.PublicUrl;
        if (http.HttpContext?.Request is { } request) return $"{request.Scheme}://{request.Host}{request.PathBase}";

        return server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
    }

    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection("Site")).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddSingleton<SiteAddress>();
    }
}
