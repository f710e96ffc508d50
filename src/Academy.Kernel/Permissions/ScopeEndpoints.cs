using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Academy.Kernel.Permissions;

/// <summary>Guards API endpoints by permission and token scope.</summary>
public static class ScopeEndpoints
{
    /// <summary>
    /// Lets in whoever has <paramref name="permission"/>, with a token that has <paramref name="scope"/>. A signed-in browser may
    /// read; whatever changes something needs a token, which no other site can make a browser send.
    /// </summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        builder
            .RequireAuthorization(permission)
            .RequireAuthorization(policy => policy.RequireAssertion(context =>
                context.User.HasScope(scope)
                && (context.User.UsesToken() || context.Resource is HttpContext { Request.Method: "GET" or "HEAD" })));
}
