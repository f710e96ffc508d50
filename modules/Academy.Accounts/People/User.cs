using System.Net.Mail;
using System.Security.Cryptography;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Accounts.People;

/// <summary>An account. The e-mail address is the user name of ASP.NET Core Identity.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public const int LongestName = 80;
    public const int LongestEmail = 254;

    private User()
    {
    }

    public User(string email, string name, Role roles, string language, DateTimeOffset now)
    {
        (Id, CreatedAt) = (Guid.CreateVersion7(now), now);
        (UserName, Email) = (email, email);
        (Roles, Language) = (roles, language);
        Rename(name);
    }

    /// <summary>What the person chose to be called by.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name and address without accents and in capitals, as the search of the people page compares them.</summary>
    public string SearchText { get; private set; } = "";

    public Role Roles { get; private set; }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; private set; } = Languages.Default;

    /// <summary>ISO 639-1 codes of what the person speaks beside <see cref="Language"/>, with a space between them.</summary>
    public string OtherLanguages { get; private set; } = "";

    /// <summary>Shared by people who live together; null: none is known.</summary>
    public Guid? Household { get; private set; }

    /// <summary>IANA identifier.</summary>
    public string TimeZone { get; private set; } = LocalTime.DefaultZone;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when an operator has closed the account; null when it is open.</summary>
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>First letters of the first and the last word of the name.</summary>
    public string Initials => InitialsOf(Name);

    public static string InitialsOf(string? name)
    {
        var words = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var letters = words.Length < 2 ? words.Take(1) : [words[0], words[^1]];
        return string.Concat(letters.Select(word => word.EnumerateRunes().First())).ToUpperInvariant();
    }

    public static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>An address to which a mail can go: nothing but the address, no name around it.</summary>
    public static bool IsEmail(string text) =>
        text.Length <= LongestEmail && MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>As <see cref="SearchText"/> is written.</summary>
    public static string Searchable(string text) => Accents.Without(text).ToUpperInvariant();

    public void Introduce(string name, string language, string timeZone)
    {
        Rename(name);
        (Language, TimeZone, ConcurrencyStamp) = (language, timeZone, NewStamp());
    }

    /// <param name="languages">Of <see cref="SpokenLanguages.All"/>.</param>
    public void Speak(IEnumerable<string> languages) =>
        (OtherLanguages, ConcurrencyStamp) = (string.Join(' ', languages.Distinct().Order(StringComparer.Ordinal)), NewStamp());

    /// <param name="household">Null: lives with nobody of the academy.</param>
    public void LiveIn(Guid? household) => (Household, ConcurrencyStamp) = (household, NewStamp());

    /// <summary>A new stamp: what was remembered of the old password is worth nothing. The pause after wrong tries ends.</summary>
    public void ChoosePassword(string passwordHash)
    {
        (PasswordHash, SecurityStamp, ConcurrencyStamp) = (passwordHash, NewStamp(), NewStamp());
        (AccessFailedCount, LockoutEnd) = (0, null);
    }

    public void ChangeRoles(Role roles) => (Roles, ConcurrencyStamp) = (roles, NewStamp());

    public void Lock(DateTimeOffset now) => (LockedAt, ConcurrencyStamp) = (now, NewStamp());

    public void Unlock() => (LockedAt, LockoutEnd, AccessFailedCount, ConcurrencyStamp) = (null, null, 0, NewStamp());

    /// <summary>Makes whoever changes this account at the same moment start again.</summary>
    public void Touch() => ConcurrencyStamp = NewStamp();

    private void Rename(string name)
    {
        // Line breaks, and marks that turn the direction of text, would let a name pose as something else.
        Name = string.Concat(name.Where(c => !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))).Trim();
        if (Name == "") Name = "?";
        SearchText = Searchable($"{Name} {Email}");
    }

    public static void Map(EntityTypeBuilder<User> entity)
    {
        entity.Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed).Ignore(u => u.TwoFactorEnabled);
        entity.Property(u => u.Name).HasMaxLength(LongestName);
        entity.Property(u => u.SearchText).HasMaxLength(LongestName + LongestEmail + 1);
        entity.Property(u => u.Language).HasMaxLength(5);
        entity.Property(u => u.OtherLanguages).HasMaxLength(100);
        entity.Property(u => u.TimeZone).HasMaxLength(60);
        entity.HasIndex(u => u.Household);
        entity.Property(u => u.Email).HasMaxLength(LongestEmail);
        entity.Property(u => u.NormalizedEmail).HasMaxLength(LongestEmail);
        entity.Property(u => u.UserName).HasMaxLength(LongestEmail);
        entity.Property(u => u.NormalizedUserName).HasMaxLength(LongestEmail);
        entity.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
        entity.HasIndex(u => u.NormalizedEmail).IsUnique();
        entity.HasIndex(u => u.NormalizedUserName).IsUnique();
    }
}
