using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Accounts.Inviting;

/// <summary>The right to make one account, for whoever holds the link. Only a hash of the link's code is kept.</summary>
internal sealed class Invitation : IVersioned
{
    private Invitation()
    {
    }

    public Invitation(string code, Role roles, string? email, Guid? invitedBy, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        (Id, CreatedAt, ExpiresAt) = (Guid.CreateVersion7(now), now, expiresAt);
        (Roles, Email, InvitedBy, Hash) = (roles, email, invitedBy, HashOf(code));
    }

    public Guid Id { get; private set; }

    public byte[] Hash { get; private set; } = [];

    public Role Roles { get; private set; }

    /// <summary>The address to which the link was sent, and which the account will have; null when the link was handed over.</summary>
    public string? Email { get; private set; }

    /// <summary>Null when the person signed up by themselves.</summary>
    public Guid? InvitedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public Guid? UsedBy { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public long Version { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && RevokedAt is null && ExpiresAt > now;

    public Outcome Use(User account, DateTimeOffset now)
    {
        if (!IsOpen(now)) return Refusals.InvitationGone;

        (UsedBy, UsedAt) = (account.Id, now);
        return Outcome.Done;
    }

    public Outcome Revoke(DateTimeOffset now)
    {
        if (!IsOpen(now)) return Refusals.InvitationGone;

        RevokedAt = now;
        return Outcome.Done;
    }

    /// <summary>A fresh code, for the mail that is about to be sent; the one before it stops working.</summary>
    public string NewCode()
    {
        var code = MakeCode();
        Hash = HashOf(code);
        return code;
    }

    public static string MakeCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    public static string PathOf(string code) => $"/account/invitation/{code}";

    public static void Map(EntityTypeBuilder<Invitation> entity)
    {
        entity.Property(i => i.Hash).HasMaxLength(32);
        entity.Property(i => i.Email).HasMaxLength(User.LongestEmail);
        entity.HasIndex(i => i.Hash).IsUnique();
        entity.HasIndex(i => i.CreatedAt);
    }
}
