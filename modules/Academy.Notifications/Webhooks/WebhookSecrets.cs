using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Academy.Notifications.Webhooks;

/// <summary>Keeps the secrets of webhooks, and signs with them.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Academy.Notifications.Webhooks");

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>"sha256=" and the HMAC of "timestamp.body": the moment is signed too, so that an old message cannot be sent again as a new one.</summary>
    public string Sign(string protectedSecret, DateTimeOffset now, string body) => Sign(_protector.Unprotect(protectedSecret), Timestamp(now), body);

    /// <summary>Seconds since 1970.</summary>
    public static string Timestamp(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string secret, string timestamp, string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
