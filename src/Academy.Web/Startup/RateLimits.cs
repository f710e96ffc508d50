using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Academy.Web.Startup;

/// <summary>Section "RateLimits": requests a minute.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Passwords, codes and passkeys sent from one address.</summary>
    public int SignInPerMinute { get; set; } = 120;

    /// <summary>Public profiles asked for from one address.</summary>
    public int PublicPerMinute { get; set; } = 120;

    /// <summary>API calls of one account, or of one address without an account.</summary>
    public int ApiPerMinute { get; set; } = 3000;
}

internal static class RateLimits
{
    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        // Looking at the form costs nothing; a classroom that signs in at nine o'clock may share one address.
        options.AddPolicy(RateLimitNames.SignIn, context => HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : PerMinute($"sign-in/{Address(context)}", Limits(context).SignInPerMinute));
        options.AddPolicy(RateLimitNames.Public, context => PerMinute($"public/{Address(context)}", Limits(context).PublicPerMinute));
        options.AddPolicy(RateLimitNames.Api, context => PerMinute(
            $"api/{context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context)}", Limits(context).ApiPerMinute));
        options.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static RateLimitPartition<string> PerMinute(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });

    private static RateLimitOptions Limits(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
