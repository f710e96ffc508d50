using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Academy.Accounts.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Accounts.Tokens;

/// <summary>
/// A personal access token: lets a program act for its owner, as far as its scopes go. The secret has 256 random bits, so a
/// plain hash of it gives nothing away.
/// </summary>
internal sealed class AccessToken
{
    public const int LongestName = 60;
    private const string Prefix = "academy_";

    private AccessToken()
    {
    }

    public AccessToken(Guid userId, string name, IEnumerable<string> scopes, string secret, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        (Id, CreatedAt) = (Guid.CreateVersion7(now), now);
        (UserId, Name, Scopes, ExpiresAt) = (userId, name, [.. scopes], expiresAt);
        Hash = HashOf(secret);
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>Where the owner uses it: "My laptop".</summary>
    public string Name { get; private set; } = "";

    public List<string> Scopes { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null: until it is revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>To the nearest five minutes.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static bool LooksLikeOne(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static void Map(EntityTypeBuilder<AccessToken> entity)
    {
        entity.Property(t => t.Name).HasMaxLength(LongestName);
        entity.Property(t => t.Hash).HasMaxLength(32);
        entity.HasIndex(t => t.Hash).IsUnique();
        entity.HasIndex(t => t.UserId);
        entity.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
    }
}
