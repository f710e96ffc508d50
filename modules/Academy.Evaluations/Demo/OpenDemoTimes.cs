using Academy.Contracts.Accounts;
using Academy.Evaluations.Slots;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Demo;

/// <summary>In the demo academy the mentor is there every working day: whoever tries it finds a time to book.</summary>
internal sealed class OpenDemoTimes(AcademyDb db, IPeople people, OpenTimes open, TimeProvider clock)
{
    private static readonly (TimeOnly From, TimeOnly To)[] Hours = [(new(9, 0), new(12, 0)), (new(14, 0), new(18, 0))];

    public async Task RunAsync(CancellationToken ct)
    {
        if (await db.Set<WeeklyTime>().AnyAsync(ct)) return;

        var name = DemoAccounts.All.First(a => a.Role == Role.Mentor).Name;
        var mentor = (await people.FindAsync(await people.MentorsAsync(ct), ct)).Values.FirstOrDefault(p => p.Name == name);
        if (mentor is null) return;

        var tomorrow = LocalDay.Zone(LocalTime.DefaultZone).DayOf(clock.GetUtcNow()).AddDays(1);
        for (var day = tomorrow; day < tomorrow.AddDays(7); day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;

            foreach (var (from, to) in Hours)
                await open.RunAsync(mentor.Id, new TimeWish(day, from, to, day.AddYears(1)), LocalTime.DefaultZone, ct);
        }
    }
}
