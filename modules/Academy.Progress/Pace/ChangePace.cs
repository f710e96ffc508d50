using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Progress.WayBack;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Pace;

/// <summary>What a learner decides about their own pace: hours, pauses, welcoming others.</summary>
internal sealed class ChangePace(AcademyDb db, ICurriculum curriculum, ChooseWelcome welcome, TimeProvider clock)
{
    private const int LongestPauseInYears = 2;

    public Task<Outcome> ChooseHoursAsync(Guid learnerId, int hours, CancellationToken ct)
    {
        var rules = (curriculum.Current?.Rules ?? new Rules(80, [0])).Pace;
        return RunAsync(learnerId, pace => Task.FromResult(pace.ChooseHours(hours, rules.LeastWeeklyHours, rules.MostWeeklyHours)), ct);
    }

    /// <summary>Pauses from now on; again: changes the end of the pause.</summary>
    public Task<Outcome> PauseAsync(Guid learnerId, DateTimeOffset? until, CancellationToken ct) =>
        RunAsync(learnerId, async _ =>
        {
            var now = clock.GetUtcNow();
            if (until <= now) return Refusals.PauseInThePast;
            if (until > now.AddYears(LongestPauseInYears)) return Refusals.PauseTooLong.With(LongestPauseInYears);

            var open = await OpenAsync(learnerId, ct);
            if (open?.Time.Covers(now) == true)
            {
                open.ChangeEnd(until);
                return Outcome.Done;
            }

            open?.Settle();
            db.Add(new Freeze(learnerId, now, until));
            return Outcome.Done;
        }, ct);

    /// <summary>Goes on; nothing happens when there is no pause.</summary>
    public Task<Outcome> ResumeAsync(Guid learnerId, CancellationToken ct) =>
        RunAsync(learnerId, async pace =>
        {
            var now = clock.GetUtcNow();
            if (await OpenAsync(learnerId, ct) is not { } open) return Outcome.Done;

            var ended = open.Until < now ? open.Until.Value : now;
            open.Lift(ended);
            pace.EndPause(now);
            await welcome.RunAsync(pace, now, ct);
            return Outcome.Done;
        }, ct);

    /// <param name="words">Null or empty: does not welcome.</param>
    public Task<Outcome> WelcomeAsync(Guid learnerId, string? words, CancellationToken ct) =>
        RunAsync(learnerId, pace =>
        {
            var said = words?.Trim();
            if (said?.Length > LearnerPace.LongestWords) return Task.FromResult<Outcome>(Refusals.WordsTooLong.With(LearnerPace.LongestWords));

            pace.Welcome(string.IsNullOrEmpty(said) ? null : said);
            return Task.FromResult(Outcome.Done);
        }, ct);

    /// <summary>The greeting goes: the learner is back.</summary>
    public Task<Outcome> BeBackAsync(Guid learnerId, CancellationToken ct) =>
        RunAsync(learnerId, pace =>
        {
            pace.BeBack();
            return Task.FromResult(Outcome.Done);
        }, ct);

    private Task<Freeze?> OpenAsync(Guid learnerId, CancellationToken ct) =>
        db.Set<Freeze>().SingleOrDefaultAsync(f => f.LearnerId == learnerId && !f.IsSettled, ct);

    private Task<Outcome> RunAsync(Guid learnerId, Func<LearnerPace, Task<Outcome>> change, CancellationToken ct) =>
        db.RetryAsync<Outcome>(Refusals.JustChanged, async () =>
        {
            var pace = await db.Set<LearnerPace>().SingleOrDefaultAsync(p => p.Id == learnerId, ct);
            if (pace is null) db.Add(pace = new LearnerPace(learnerId, clock.GetUtcNow()));
            pace.Begin(clock.GetUtcNow());

            var outcome = await change(pace);
            return outcome.IsRefused ? outcome : await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        });
}
