using System.Text.RegularExpressions;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Publishing;

/// <summary>What a learner shows to everybody, if they want to. Nothing is shown unless they switch it on.</summary>
internal sealed partial class PublicProfile : IVersioned
{
    public const int LongestAddress = 40;

    private PublicProfile()
    {
    }

    public PublicProfile(Guid learnerId) => Id = learnerId;

    /// <summary>The learner.</summary>
    public Guid Id { get; private set; }

    /// <summary>The last part of its address, in lower case; it stays reserved while the profile is off.</summary>
    public string Address { get; private set; } = "";

    public bool IsOn { get; private set; }

    public ShownName Name { get; private set; }

    public bool ShowsSkills { get; private set; }

    public bool ShowsProjects { get; private set; }

    public bool ShowsAchievements { get; private set; }

    /// <summary>Search engines may find it.</summary>
    public bool IsFindable { get; private set; }

    public long Version { get; set; }

    public ProfileWish Wish => new(Address, Name, ShowsSkills, ShowsProjects, ShowsAchievements, IsFindable);

    public Outcome Show(ProfileWish wish)
    {
        var address = Normal(wish.Address);
        if (!Pattern().IsMatch(address)) return Refusals.AddressWrong;

        (Address, Name, ShowsSkills, ShowsProjects) = (address, wish.Name, wish.ShowsSkills, wish.ShowsProjects);
        (ShowsAchievements, IsFindable, IsOn) = (wish.ShowsAchievements, wish.IsFindable, true);
        return Outcome.Done;
    }

    public void Hide() => IsOn = false;

    /// <summary>Capitals make no difference.</summary>
    public static string Normal(string? address) => (address ?? "").Trim().ToLowerInvariant();

    public static void Map(EntityTypeBuilder<PublicProfile> entity)
    {
        entity.Property(p => p.Id).ValueGeneratedNever();
        entity.Property(p => p.Address).HasMaxLength(LongestAddress);
        entity.Property(p => p.Name).HasConversion<string>().HasMaxLength(20);
        entity.Ignore(p => p.Wish);
        entity.HasIndex(p => p.Address).IsUnique();
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$")]
    private static partial Regex Pattern();
}

/// <summary>How a learner is called on their public profile.</summary>
internal enum ShownName
{
    Name,
    Initials,
}

/// <summary>What a learner chooses for their public profile.</summary>
/// <param name="Address">Its last part, as typed.</param>
/// <param name="Name">How they are called.</param>
/// <param name="ShowsSkills">The radar and the skills.</param>
/// <param name="ShowsProjects">The projects that are validated.</param>
/// <param name="ShowsAchievements">The achievements that are earned.</param>
/// <param name="IsFindable">Search engines may find it.</param>
internal sealed record ProfileWish(
    string? Address, ShownName Name, bool ShowsSkills, bool ShowsProjects, bool ShowsAchievements, bool IsFindable)
{
    /// <summary>What is proposed to whoever has not chosen yet.</summary>
    public static ProfileWish Proposed(string address) => new(address, ShownName.Name, true, true, true, false);
}
