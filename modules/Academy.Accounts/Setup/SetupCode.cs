using System.Security.Cryptography;
using System.Text;

namespace Academy.Accounts.Setup;

/// <summary>
/// The one-time code with which the first administrator of an empty academy proves to have started it. It lives in memory and
/// on the console, nowhere else.
/// </summary>
internal sealed class SetupCode
{
    // No 0/O, 1/I/L: it is copied by hand.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Length = 12;

    private string? _code;

    /// <summary>Whether an academy without accounts waits for its administrator.</summary>
    public bool IsWaiting => _code is not null;

    /// <summary>Makes the code: "ABCD-EFGH-JKMN", 59 bits.</summary>
    public string Make()
    {
        _code = RandomNumberGenerator.GetString(Letters, Length);
        return string.Join('-', _code.Chunk(4).Select(part => new string(part)));
    }

    public bool Is(string typed) => _code is { } code && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(code),
        Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));

    /// <summary>False when somebody else was quicker.</summary>
    public bool Forget() => Interlocked.Exchange(ref _code, null) is not null;
}
