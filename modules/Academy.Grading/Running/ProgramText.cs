using System.Text;
using Academy.Sandbox;

namespace Academy.Grading.Running;

/// <summary>What programs print, as text: bytes that are no UTF-8 become a replacement character.</summary>
internal static class ProgramText
{
    public static string Of(SandboxOutput output) => Encoding.UTF8.GetString(output.Bytes.Span);

    /// <summary>Both outputs, errors last, as on a terminal.</summary>
    public static string Of(SandboxResult result)
    {
        var (printed, errors) = (Of(result.StandardOutput), Of(result.StandardError));
        return printed.Length > 0 && errors.Length > 0 ? $"{printed.TrimEnd()}\n{errors}" : printed + errors;
    }
}
