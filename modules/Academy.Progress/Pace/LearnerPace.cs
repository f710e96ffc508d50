using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Pace;

/// <summary>How a learner goes along: the hours they chose, when they last gave a sign, who accompanies them.</summary>
internal sealed class LearnerPace : IVersioned
{
    public const int LongestWords = 300;

    /// <summary>A visit counts again after so long: pages are opened often.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(30);

    /// <summary>Whoever was away for less has not been gone.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromDays(1);

    private LearnerPace()
    {
    }

    public LearnerPace(Guid learnerId, DateTimeOffset now) => (Id, BegunAt, LastSignAt) = (learnerId, now, now);

    /// <summary>Of somebody who has not come yet: the silence counts from when the account was made.</summary>
    public static LearnerPace Awaited(Guid learnerId, DateTimeOffset accountSince) => new(learnerId, accountSince) { BegunAt = accountSince.AddDays(1) };

    /// <summary>The learner.</summary>
    public Guid Id { get; private set; }

    /// <summary>The first sign; later than <see cref="LastSignAt"/> while there is none.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Hours a week; null: the academy's own number.</summary>
    public int? WeeklyHours { get; private set; }

    /// <summary>The last push, registration, joining of a team, hand-in, evaluation, request for help, visit; the end of a pause counts as one.</summary>
    public DateTimeOffset LastSignAt { get; private set; }

    /// <summary>When somebody was told of the silence; it is over when <see cref="LastSignAt"/> is later.</summary>
    public DateTimeOffset? SilenceToldAt { get; private set; }

    /// <summary>The member of staff who is told; null: all programme officers are.</summary>
    public Guid? ReferentId { get; private set; }

    /// <summary>Since when the learner is on the way back; null: there is nothing to greet.</summary>
    public DateTimeOffset? BackSince { get; private set; }

    /// <summary>The peer who welcomes on this way back.</summary>
    public Guid? WelcomedBy { get; private set; }

    /// <summary>Welcomes others who come back, with these words; null: does not.</summary>
    public string? WelcomeWords { get; private set; }

    /// <summary>When this learner was last asked to welcome somebody.</summary>
    public DateTimeOffset? AskedToWelcomeAt { get; private set; }

    /// <summary>How often the learner came back after a day or more.</summary>
    public int Returns { get; private set; }

    /// <summary>How many who came back this learner was asked to welcome.</summary>
    public int Welcomes { get; private set; }

    public long Version { get; set; }

    public bool HasBegun => BegunAt <= LastSignAt;

    /// <summary>Whoever has not come yet does now: that is no way back.</summary>
    /// <returns>Whether this is the first sign.</returns>
    public bool Begin(DateTimeOffset at)
    {
        if (HasBegun) return false;

        (BegunAt, LastSignAt) = (at, at);
        return true;
    }

    /// <returns>Whether there is something to save.</returns>
    public bool GiveSign(DateTimeOffset at, int silenceDays)
    {
        if (Begin(at)) return true;
        if (at - LastSignAt < Precision) return false;

        if (IsSilent(at, silenceDays, null)) ComeBack(at);
        LastSignAt = at;
        return true;
    }

    /// <summary>Whoever pauses is never silent.</summary>
    /// <param name="pause">The one whose end nobody has noticed yet; null: there is none.</param>
    public bool IsSilent(DateTimeOffset now, int silenceDays, Freeze? pause) =>
        pause?.Time.Covers(now) != true && now - QuietSince(pause) >= TimeSpan.FromDays(silenceDays);

    /// <summary>The last sign; the end of a pause counts as one, also before it is noticed.</summary>
    public DateTimeOffset QuietSince(Freeze? pause) => pause?.Until > LastSignAt ? pause.Until.Value : LastSignAt;

    public void TellSilence(DateTimeOffset now) => SilenceToldAt = now;

    public Outcome ChooseHours(int hours, int least, int most)
    {
        if (hours < least || hours > most) return Refusals.HoursOutOfRange.With(least, most);

        WeeklyHours = hours;
        return Outcome.Done;
    }

    /// <summary>A pause has ended: that is a sign, and the beginning of a way back.</summary>
    public void EndPause(DateTimeOffset at)
    {
        ComeBack(at);
        if (at > LastSignAt) LastSignAt = at;
    }

    public void WelcomedWith(Guid? peer) => WelcomedBy = peer;

    public void BeBack() => (BackSince, WelcomedBy) = (null, null);

    public void AssignReferent(Guid? person) => ReferentId = person;

    public void Welcome(string? words) => WelcomeWords = words;

    public void AskToWelcome(DateTimeOffset at) => (AskedToWelcomeAt, Welcomes) = (at, Welcomes + 1);

    private void ComeBack(DateTimeOffset at)
    {
        (BackSince, WelcomedBy) = (at, null);
        if (at - LastSignAt >= Away) Returns++;
    }

    public static void Map(EntityTypeBuilder<LearnerPace> entity)
    {
        entity.Property(p => p.Id).ValueGeneratedNever();
        entity.Property(p => p.WelcomeWords).HasMaxLength(LongestWords);
        entity.HasIndex(p => p.LastSignAt);
        entity.HasIndex(p => p.ReferentId);
    }
}
