using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Accounts.SigningIn;

/// <summary>Endpoints that are no pages but take their forms.</summary>
internal static class OwnForms
{
    /// <summary>
    /// Refuses what does not come from one of our pages. In place of the built-in check, whose failure keeps the error page from
    /// reading the request.
    /// </summary>
    public static RouteGroupBuilder RequireOwnForm(this RouteGroupBuilder group) =>
        group.DisableAntiforgery().AddEndpointFilter(async (context, next) =>
        {
            var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
            return await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();
        });
}
