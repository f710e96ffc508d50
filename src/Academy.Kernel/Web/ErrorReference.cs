using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Academy.Kernel.Web;

/// <summary>The number that a person reads out and an operator finds in the log and the trace.</summary>
public static class ErrorReference
{
    /// <summary>The trace id of the request, or the server's own number of it.</summary>
    public static string Of(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
