using Academy.Contracts;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Kernel.Texts;
using Academy.Progress.Achievements;
using Academy.Progress.Skills;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Publishing;

/// <summary>
/// Public profiles, as everybody sees them. Marks, failures, pauses, e-mail addresses and evaluators are never among it, nor what
/// would tell of them.
/// </summary>
internal sealed class ReadProfile(
    AcademyDb db, ICurriculum curriculum, IPeople people, ILearnerProgress progress, SkillProfile skills, ReadAchievements achievements)
{
    /// <summary>These say that a mark was 100, that an attempt failed, that there was a pause.</summary>
    private static readonly AchievementFact[] Private = [AchievementFact.Perfect, AchievementFact.Retries, AchievementFact.Returns];

    /// <summary>Null unless its learner shows it, and has an open account.</summary>
    public async Task<ProfileView?> FindAsync(string address, CancellationToken ct)
    {
        var normal = PublicProfile.Normal(address);
        var profile = await db.Set<PublicProfile>().AsNoTracking().SingleOrDefaultAsync(p => p.Address == normal && p.IsOn, ct);
        return profile is null ? null : await ShowAsync(profile.Id, profile.Wish, ct);
    }

    /// <summary>What the learner has chosen, or what is proposed.</summary>
    public async Task<OwnProfile> OwnAsync(Guid learnerId, CancellationToken ct)
    {
        var profile = await db.Set<PublicProfile>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == learnerId, ct);
        return profile is null
            ? new OwnProfile(learnerId, ProfileWish.Proposed(await ProposeAsync(learnerId, ct)), false, null)
            : new OwnProfile(learnerId, profile.Wish, profile.IsOn, profile.Address);
    }

    /// <summary>Exactly what everybody would see with these choices; null for somebody without an open learner's account.</summary>
    public async Task<ProfileView?> ShowAsync(Guid learnerId, ProfileWish wish, CancellationToken ct) =>
        await people.FindOpenLearnerAsync(learnerId, ct) is not { } person
            ? null
            : new ProfileView(
                wish.Name == ShownName.Name ? person.Name : person.Initials,
                person.Initials,
                (await progress.LevelAsync(learnerId, ct)).Level,
                wish.ShowsSkills ? [.. (await skills.PublicAsync(learnerId, ct)).Where(f => f.Trained.Any(s => s.Points > 0))] : [],
                wish.ShowsProjects ? await ProjectsAsync(learnerId, ct) : [],
                wish.ShowsAchievements ? [.. (await achievements.EarnedAsync(learnerId, null, ct)).Where(a => !Private.Contains(a.Achievement.Fact))] : [],
                wish.IsFindable);

    private async Task<IReadOnlyList<ShownProject>> ProjectsAsync(Guid learnerId, CancellationToken ct)
    {
        var results = await db.Set<ProjectResult>().AsNoTracking()
            .Where(r => r.LearnerId == learnerId && r.ValidatedAt != null)
            .OrderByDescending(r => r.ValidatedAt)
            .Select(r => new { r.ProjectSlug, r.ReleaseId, r.ValidatedAt })
            .ToListAsync(ct);
        var shown = new List<ShownProject>();
        foreach (var result in results)
        {
            var project = (await curriculum.GetAsync(result.ReleaseId, ct)).Projects[result.ProjectSlug];
            shown.Add(new ShownProject(project.Title, project.Summary, result.ValidatedAt!.Value));
        }

        return shown;
    }

    /// <summary>Whether an address says the name, or a part of it.</summary>
    public async Task<bool> TellsNameAsync(Guid learnerId, string? address, CancellationToken ct)
    {
        var name = (await people.FindOpenLearnerAsync(learnerId, ct))?.Name ?? "";
        return Plain(name).Split('-').Any(word => word.Length > 2 && PublicProfile.Normal(address).Contains(word, StringComparison.Ordinal));
    }

    /// <summary>"Inès Garnier" becomes "ines-garnier", or "ines-garnier-2" where that is taken.</summary>
    private async Task<string> ProposeAsync(Guid learnerId, CancellationToken ct)
    {
        var name = (await people.FindOpenLearnerAsync(learnerId, ct))?.Name ?? "";
        var plain = Plain(name);
        if (plain.Length < 3) plain = $"profil-{plain}".TrimEnd('-');
        if (plain.Length > 30) plain = plain[..30].TrimEnd('-');

        var taken = await db.Set<PublicProfile>().Where(p => p.Address.StartsWith(plain)).Select(p => p.Address).ToListAsync(ct);
        return taken.Contains(plain) ? Enumerable.Range(2, taken.Count).Select(n => $"{plain}-{n}").First(p => !taken.Contains(p)) : plain;
    }

    private static string Plain(string name)
    {
        var letters = Accents.Without(name).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <param name="LearnerId">Whose it is.</param>
/// <param name="Wish">What is chosen, or proposed.</param>
/// <param name="IsOn">Everybody can see it.</param>
/// <param name="Address">The last part of its address; null: none was chosen yet.</param>
internal sealed record OwnProfile(Guid LearnerId, ProfileWish Wish, bool IsOn, string? Address)
{
    /// <summary>The address that we proposed is made of the name; whoever wants to be called by initials gets another one, the same each time.</summary>
    public ProfileWish WithoutName(ProfileWish wish) =>
        Address is null && wish.Name == ShownName.Initials && PublicProfile.Normal(wish.Address) == Wish.Address
            ? wish with { Address = $"profil-{LearnerId.ToString("N")[^8..]}" }
            : wish;
}

/// <param name="Name">As the learner wants to be called.</param>
/// <param name="Initials">For the avatar.</param>
/// <param name="Level">XP would tell marks.</param>
/// <param name="Skills">Frameworks of which something is shown.</param>
/// <param name="Projects">Validated, newest first.</param>
/// <param name="Achievements">Earned, newest first.</param>
/// <param name="IsFindable">Search engines may find it.</param>
internal sealed record ProfileView(
    string Name, string Initials, int Level, IReadOnlyList<FrameworkProgress> Skills, IReadOnlyList<ShownProject> Projects,
    IReadOnlyList<AchievementView> Achievements, bool IsFindable);

internal sealed record ShownProject(Text Title, Text Summary, DateTimeOffset ValidatedAt);
