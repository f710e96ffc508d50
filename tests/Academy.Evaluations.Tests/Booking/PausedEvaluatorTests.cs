using Academy.Evaluations.Booking;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Slots;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Booking;

/// <summary>A pause leaves people in peace: nobody is booked, given or asked anything while it lasts.</summary>
public sealed class PausedEvaluatorTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_books_or_is_matched_with_an_evaluator_who_pauses(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.OpenAsync(ines, "12:00", "13:00");
        var (learner, attempt) = await house.HandedInAsync();
        (await house.Academy.RunAsync<SearchEvaluator, Outcome>(s => s.RunAsync(attempt, true, learner, default))).Refusal.ShouldBeNull();
        await house.PauseAsync(ines, house.Now.AddHours(1));

        (await house.FreeAsync(attempt)).ShouldBeEmpty();
        (await MatchAsync()).ShouldBe(0);

        house.Academy.Clock.Advance(TimeSpan.FromHours(1));
        (await house.FreeAsync(attempt)).ShouldNotBeEmpty("the pause has ended by itself");
        (await MatchAsync()).ShouldBe(1);

        Task<int> MatchAsync() => house.Academy.RunAsync<MatchWaiting, int>(m => m.RunAsync(default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_recording_is_not_given_to_somebody_who_pauses(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.OpenAsync(ines, "20:00", "20:30");
        var (learner, attempt) = await house.HandedInAsync();
        var wish = new RecordingWish(null, "Voici mes choix.", null, null);
        (await house.Academy.RunAsync<SendRecording, Outcome>(s => s.RunAsync(attempt, wish, learner, default))).Refusal.ShouldBeNull();
        await house.PauseAsync(ines, house.Now.AddHours(3));

        house.Academy.Clock.Advance(TimeSpan.FromHours(2));
        (await AssignAsync()).ShouldBe(0);
        house.Academy.Clock.Advance(TimeSpan.FromHours(1));
        (await AssignAsync()).ShouldBe(1);

        Task<int> AssignAsync() => house.Academy.RunAsync<AssignRecordings, int>(a => a.RunAsync(default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_weekly_time_waits_for_the_end_of_a_pause(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var today = DateOnly.FromDateTime(house.Now.UtcDateTime);
        var wish = new TimeWish(today, new(18, 0), new(18, 15), today.AddDays(28));
        (await house.Academy.RunAsync<OpenTimes, Outcome>(o => o.RunAsync(ines, wish, "Etc/UTC", default))).Refusal.ShouldBeNull();
        await house.PauseAsync(ines, house.Now.AddDays(14));

        house.Academy.Clock.Advance(TimeSpan.FromDays(13));
        (await DaysAsync()).ShouldBe([today, today.AddDays(7), today.AddDays(14)]);
        house.Academy.Clock.Advance(TimeSpan.FromDays(1));
        (await DaysAsync()).ShouldBe([today, today.AddDays(7), today.AddDays(14), today.AddDays(21), today.AddDays(28)]);

        async Task<List<DateOnly>> DaysAsync()
        {
            await house.Academy.RunAsync<OpenWeeklyTimes>(o => o.RunAsync(default));
            return await house.Academy.RunAsync<AcademyDb, List<DateOnly>>(async db =>
                [.. (await db.Set<OpenUnit>().Where(u => u.EvaluatorId == ines).Select(u => u.StartsAt).ToListAsync()).Select(at => DateOnly.FromDateTime(at.UtcDateTime)).Distinct().Order()]);
        }
    }
}
