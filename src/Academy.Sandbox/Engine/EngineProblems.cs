using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Academy.Sandbox.Engine;

/// <summary>Tells an operator in a sentence what is wrong with the engine.</summary>
internal static class EngineProblems
{
    public static SandboxUnavailableException Unreachable(string socketPath, Exception exception)
    {
        var socketError = (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode;
        return socketError == SocketError.AccessDenied
            ? new(SandboxProblem.EngineForbidden, $"Docker is there, but this program may not use {socketPath}: run it as root or as a member of the group docker.", exception)
            : new(SandboxProblem.EngineUnreachable, $"Docker does not answer on {socketPath}. Is it started? ({exception.Message})", exception);
    }

    public static SandboxUnavailableException Refused(HttpStatusCode status, string body)
    {
        var message = MessageOf(body);
        return status == HttpStatusCode.NotFound && message.Contains("image", StringComparison.OrdinalIgnoreCase)
            ? new(SandboxProblem.ImageMissing, $"{message}. \"./academy images\" builds the grading images.")
            : new(SandboxProblem.EngineFailed, $"Docker refused ({(int)status}): {message}");
    }

    private static string MessageOf(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ErrorBody>(body, JsonSerializerOptions.Web)?.Message ?? body;
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private sealed record ErrorBody(string? Message);
}
