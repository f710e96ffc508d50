using System.Globalization;
using Academy.Evaluations.Slots;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Slots;

/// <summary>The clock of these tests shows Monday, 23 November 2026, 09:00 in Greenwich.</summary>
public sealed class OpenTimesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Times_that_touch_or_overlap_become_one(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);

        await house.OpenAsync(mentor, "10:00", "11:00");
        await house.OpenAsync(mentor, "10:30", "11:30");
        await house.OpenAsync(mentor, "11:30", "12:00");

        (await TimesAsync(house, mentor)).ShouldBe([new(house.At("10:00"), house.At("12:00"), false)]);
    }

    [Fact]
    public async Task What_is_unticked_in_the_week_closes_and_splits_a_time()
    {
        await using var house = await House.OpenAsync();
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        await house.OpenAsync(mentor, "10:00", "11:00");

        DateTimeOffset[] shown = [house.At("10:00"), house.At("10:15"), house.At("10:30"), house.At("10:45"), house.At("11:00")];
        DateTimeOffset[] ticked = [house.At("10:00"), house.At("10:45"), house.At("11:00"), house.At("20:00")];
        await house.Academy.RunAsync<ArrangeWeek, Outcome>(a => a.RunAsync(mentor, shown, ticked, CancellationToken.None));

        (await TimesAsync(house, mentor)).ShouldBe(
        [
            new(house.At("10:00"), house.At("10:15"), false),
            new(house.At("10:45"), house.At("11:15"), false),
        ]);
    }

    [Fact]
    public async Task A_booked_time_stays_when_it_is_unticked()
    {
        await using var house = await House.OpenAsync();
        var evaluator = await house.EvaluatorAsync("Inès");
        await house.AppointmentAsync(evaluator);

        await house.Academy.RunAsync<ArrangeWeek, Outcome>(
            a => a.RunAsync(evaluator, [house.At("10:00"), house.At("10:15")], [], CancellationToken.None));

        (await TimesAsync(house, evaluator)).ShouldBe([new(house.At("10:00"), house.At("10:30"), true)]);
    }

    [Theory]
    [InlineData("10:07", "11:00", "off-step")]
    [InlineData("11:00", "10:00", "ends-before-it-begins")]
    [InlineData("09:15", "10:00", "too-soon")]
    public async Task Refuses_times_that_cannot_be(string from, string to, string code)
    {
        await using var house = await House.OpenAsync();
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);

        var outcome = await OpenAsync(house, mentor, new TimeWish(Today, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture), null));

        outcome.Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Refuses_a_day_that_is_too_far()
    {
        await using var house = await House.OpenAsync();
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);

        (await OpenAsync(house, mentor, new TimeWish(Today.AddDays(15), new(10, 0), new(11, 0), null))).Refusal!.Code.ShouldBe("too-far");
    }

    [Fact]
    public async Task Who_has_validated_nothing_opens_nothing()
    {
        await using var house = await House.OpenAsync();
        var learner = await house.PersonAsync("Sacha");

        (await OpenAsync(house, learner, new TimeWish(Today, new(10, 0), new(11, 0), null))).Refusal!.Code.ShouldBe("validate-first");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_weekly_time_opens_as_its_days_come_within_reach(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        await OpenAsync(house, mentor, new TimeWish(Today, new(18, 0), new(19, 0), Today.AddDays(28)));

        (await DaysAsync(house, mentor)).ShouldBe([Today, Today.AddDays(7), Today.AddDays(14)]);

        house.Academy.Clock.Advance(TimeSpan.FromDays(7));
        await house.Academy.RunAsync<OpenWeeklyTimes>(o => o.RunAsync(CancellationToken.None));
        await house.Academy.RunAsync<OpenWeeklyTimes>(o => o.RunAsync(CancellationToken.None));
        (await DaysAsync(house, mentor)).ShouldBe([Today, Today.AddDays(7), Today.AddDays(14), Today.AddDays(21)]);

        house.Academy.Clock.Advance(TimeSpan.FromDays(21));
        await house.Academy.RunAsync<OpenWeeklyTimes>(o => o.RunAsync(CancellationToken.None));
        (await DaysAsync(house, mentor)).Count.ShouldBe(5, "the last day is the fourth Monday after the first");
    }

    [Fact]
    public async Task A_weekly_time_that_was_closed_by_hand_stays_closed()
    {
        await using var house = await House.OpenAsync();
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        await OpenAsync(house, mentor, new TimeWish(Today, new(18, 0), new(18, 15), Today.AddDays(28)));
        var nextWeek = house.At("17:00").AddDays(7);
        await house.Academy.RunAsync<ArrangeWeek, Outcome>(a => a.RunAsync(mentor, [nextWeek], [], CancellationToken.None));

        house.Academy.Clock.Advance(TimeSpan.FromDays(1));
        await house.Academy.RunAsync<OpenWeeklyTimes>(o => o.RunAsync(CancellationToken.None));

        (await DaysAsync(house, mentor)).ShouldNotContain(Today.AddDays(7));
    }

    [Theory]
    // 28 March 2027: clocks jump from 02:00 to 03:00. 25 October 2026: 02:00 to 03:00 comes twice.
    [InlineData(2027, 3, 28, "01:00", "2027-03-28T00:00Z")]
    [InlineData(2027, 3, 28, "02:30", "2027-03-28T01:30Z")]
    [InlineData(2027, 3, 28, "04:00", "2027-03-28T02:00Z")]
    [InlineData(2026, 10, 25, "02:30", "2026-10-25T00:30Z")]
    [InlineData(2026, 10, 25, "03:00", "2026-10-25T02:00Z")]
    [InlineData(2026, 10, 26, "18:00", "2026-10-26T17:00Z")]
    [InlineData(2026, 10, 24, "18:00", "2026-10-24T16:00Z")]
    public void Eighteen_stays_eighteen_when_summer_time_ends(int year, int month, int day, string time, string moment) =>
        LocalDay.Zone("Europe/Paris").Moment(new DateOnly(year, month, day), TimeOnly.Parse(time, CultureInfo.InvariantCulture)).ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Fact]
    public void A_night_with_an_hour_less_offers_only_the_hours_that_there_are()
    {
        var paris = LocalDay.Zone("Europe/Paris");

        paris.Has(new DateOnly(2027, 3, 28), new TimeOnly(2, 30)).ShouldBeFalse();
        paris.Has(new DateOnly(2027, 3, 28), new TimeOnly(3, 0)).ShouldBeTrue();
    }

    private static Task<Outcome> OpenAsync(House house, Guid who, TimeWish wish) =>
        house.Academy.RunAsync<OpenTimes, Outcome>(o => o.RunAsync(who, wish, "Europe/Paris", CancellationToken.None));

    private static Task<IReadOnlyList<OpenTime>> TimesAsync(House house, Guid who) => house.Academy.RunAsync<ReadTimes, IReadOnlyList<OpenTime>>(
        r => r.OpenAsync(who, house.Now.AddDays(-60), house.Now.AddDays(60), CancellationToken.None));

    private static Task<List<DateOnly>> DaysAsync(House house, Guid who) => house.Academy.RunAsync<AcademyDb, List<DateOnly>>(async db =>
        [.. (await db.Set<OpenUnit>().Where(u => u.EvaluatorId == who).Select(u => u.StartsAt).ToListAsync())
            .Select(at => DateOnly.FromDateTime(at.UtcDateTime)).Distinct().Order()]);
}
