using Academy.Evaluations.Absences;
using Academy.Evaluations.Calendar;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;

namespace Academy.Evaluations.Tests.Calendar;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("Rien")]
    [InlineData("Virgule, point-virgule; barre \\ et\nretour")]
    [InlineData("Une très longue phrase avec des accents éèàùôîç, qui passe plusieurs fois la limite des soixante-quinze octets ; 🎉🎉🎉 et encore un peu plus loin")]
    public void What_is_written_is_read_again(string text)
    {
        var written = new CalendarText().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//x//EN").Text("X-TEXT", text).Line("END", "VCALENDAR").ToString();

        StrictCalendar.Unescape(StrictCalendar.Read(written).Properties["X-TEXT"]).ShouldBe(text);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_cancelled_appointment_keeps_its_id_and_says_so(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var (learner, _, id) = await house.AppointmentAsync(ines, "14:00");
        var secret = (await house.Academy.RunAsync<CalendarSecrets, Outcome<string>>(c => c.RenewAsync(learner, CancellationToken.None))).Value!;

        var before = StrictCalendar.Read((await ReadAsync(house, secret))!).Events.Single();
        StrictCalendar.Time(before["DTSTART"]).ShouldBe(house.At("14:00"));
        StrictCalendar.Time(before["DTEND"]).ShouldBe(house.At("14:30"));
        (before["STATUS"], before["SEQUENCE"]).ShouldBe(("CONFIRMED", "0"));

        await house.Academy.RunAsync<CancelAppointment, Outcome>(c => c.RunAsync(id, learner, CancellationToken.None));
        var after = StrictCalendar.Read((await ReadAsync(house, secret))!).Events.Single();
        (after["UID"], after["STATUS"], after["SEQUENCE"]).ShouldBe((before["UID"], "CANCELLED", "1"));
    }

    [Fact]
    public async Task A_feed_ends_with_its_owners_account()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var secret = (await house.Academy.RunAsync<CalendarSecrets, Outcome<string>>(c => c.RenewAsync(ines, CancellationToken.None))).Value!;
        (await ReadAsync(house, secret)).ShouldNotBeNull();

        await house.CloseAsync(ines);

        (await ReadAsync(house, secret)).ShouldBeNull();
    }

    [Fact]
    public async Task No_name_and_no_room_stands_in_a_feed_even_after_the_reveal()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var (learner, _, id) = await house.AppointmentAsync(ines, "10:00");
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(50));
        await house.Academy.RunAsync<Academy.Evaluations.Appointments.KeepAppointments>(k => k.RunAsync(CancellationToken.None));
        (await house.EvaluationAsync(id)).IsRevealed.ShouldBeTrue();

        foreach (var person in (Guid[])[learner, ines])
        {
            var secret = (await house.Academy.RunAsync<CalendarSecrets, Outcome<string>>(c => c.RenewAsync(person, CancellationToken.None))).Value!;
            var feed = (await ReadAsync(house, secret))!;
            feed.ShouldNotContain("Garnier");
            feed.ShouldNotContain("Morel");
            feed.ShouldNotContain((await house.EvaluationAsync(id)).RoomName);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_new_address_or_none_makes_the_old_one_invalid(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var person = await house.PersonAsync("Sacha");
        var first = (await house.Academy.RunAsync<CalendarSecrets, Outcome<string>>(c => c.RenewAsync(person, CancellationToken.None))).Value!;
        var second = (await house.Academy.RunAsync<CalendarSecrets, Outcome<string>>(c => c.RenewAsync(person, CancellationToken.None))).Value!;
        (await ReadAsync(house, first)).ShouldBeNull();
        (await ReadAsync(house, second)).ShouldNotBeNull();

        await house.Academy.RunAsync<CalendarSecrets>(c => c.RevokeAsync(person, CancellationToken.None));
        (await ReadAsync(house, second)).ShouldBeNull();
    }

    private static Task<string?> ReadAsync(House house, string secret) =>
        house.Academy.RunAsync<WriteCalendar, string?>(w => w.FindAsync(secret, CancellationToken.None));
}
