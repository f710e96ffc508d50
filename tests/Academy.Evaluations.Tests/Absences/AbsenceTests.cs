using Academy.Evaluations.Absences;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Absences;

/// <summary>What happens by itself when an appointment does not go as promised, and that it happens once.</summary>
public sealed class AbsenceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_absent_evaluator_loses_a_point_and_the_learner_is_first(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(66));

        (await house.ReportAsync(id, learner)).Refusal.ShouldBeNull();
        (await house.ReportAsync(id, learner)).Refusal!.Code.ShouldBe("evaluation-over");

        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(4);
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(2, "what the learner paid is still there for somebody else");
        var work = await house.WorkAsync(attempt);
        (work.Missing, work.IsFirst, work.IsSearching).ShouldBe((2, true, true));
        await house.CheckPointsAsync();
    }

    [Fact]
    public async Task An_absent_learner_pays_the_evaluator_who_was_there()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès");
        var (_, attempt, id) = await house.AppointmentAsync(ines);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(66));

        (await house.ReportAsync(id, ines)).Refusal.ShouldBeNull();

        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(6);
        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(1);
        (await house.WorkAsync(attempt)).IsFirst.ShouldBeFalse();
    }

    [Fact]
    public async Task An_absence_is_told_neither_too_early_nor_too_late_nor_by_strangers()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, _, id) = await house.AppointmentAsync(ines);

        house.Academy.Clock.Advance(TimeSpan.FromMinutes(64));
        (await house.ReportAsync(id, learner)).Refusal!.Code.ShouldBe("not-yet-absent");
        (await house.ReportAsync(id, Guid.CreateVersion7())).Refusal!.Code.ShouldBe("unknown-appointment");
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(27));
        (await house.ReportAsync(id, learner)).Refusal!.Code.ShouldBe("too-late-to-report");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancelling_early_costs_nothing_and_frees_the_time(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines, "14:00");

        (await CancelAsync(house, id, learner)).Refusal.ShouldBeNull();

        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(2);
        (await house.FreeAsync(attempt)).Select(t => t.StartsAt).ShouldBe([house.At("14:00")]);
        var evaluation = await house.EvaluationAsync(id);
        (evaluation.State, evaluation.Sequence, evaluation.IsHeld).ShouldBe((EvaluationState.Cancelled, 1, false));
        (await house.BookAsync(attempt, house.At("14:00"), learner)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Cancelling_late_loses_the_point()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines, "10:30");

        (await CancelAsync(house, id, learner)).Refusal.ShouldBeNull();

        (await house.PointsAsync(PointAccount.OfWork(attempt))).ShouldBe(1);
        (await house.PointsAsync(PointAccount.Pool)).ShouldBe(1);
    }

    [Fact]
    public async Task An_evaluator_who_cancels_late_loses_the_point_and_the_time_is_not_offered_again()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès");
        var (_, attempt, id) = await house.AppointmentAsync(ines, "10:30");

        (await CancelAsync(house, id, ines)).Refusal.ShouldBeNull();

        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(4);
        (await house.WorkAsync(attempt)).IsFirst.ShouldBeTrue();
        (await house.FreeAsync(attempt)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_begun_is_not_cancelled()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, _, id) = await house.AppointmentAsync(ines);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(61));

        (await CancelAsync(house, id, learner)).Refusal!.Code.ShouldBe("already-begun");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_silent_evaluator_is_replaced_once(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès");
        var (_, attempt, id) = await house.AppointmentAsync(ines);
        await house.RevealAsync(id);

        house.Academy.Clock.Advance(TimeSpan.FromHours(25));
        await house.ReplaceAsync();
        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.Booked, "it ended at half past ten: there are thirty minutes left");
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(30));
        await house.ReplaceAsync();
        await house.ReplaceAsync();

        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.Replaced);
        (await house.WorkAsync(attempt)).IsFirst.ShouldBeTrue();
        (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(4);
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reminders_and_the_reveal_come_once_and_in_time(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var (learner, _, id) = await house.AppointmentAsync(ines, "14:00");

        await KeepAsync(house);
        (await KeysAsync(house)).ShouldNotContain(k => k.StartsWith("reminder", StringComparison.Ordinal), "booked less than a day before");
        house.Academy.Clock.Advance(TimeSpan.FromHours(4));
        await KeepAsync(house);
        await KeepAsync(house);
        (await KeysAsync(house)).Count(k => k == $"reminder-60/{id}/0").ShouldBe(2, "one for each side");
        (await OthersAsync(house, learner)).ShouldBeEmpty();

        house.Academy.Clock.Advance(TimeSpan.FromMinutes(44));
        await KeepAsync(house);
        (await OthersAsync(house, learner)).ShouldBeEmpty();
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(1));
        await KeepAsync(house);
        await KeepAsync(house);
        (await OthersAsync(house, learner)).ShouldBe(["Inès Garnier"]);
        (await OthersAsync(house, ines)).ShouldBe(["Sacha Morel"]);
        (await KeysAsync(house)).Count(k => k == $"revealed/{id}/0").ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whom_the_site_told_nothing_loses_nothing_and_is_found_another_time(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines);

        house.Academy.Clock.Advance(TimeSpan.FromHours(26));
        await KeepAsync(house);
        await house.ReplaceAsync();

        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.Cancelled);
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<LedgerEntry>().AnyAsync(e => e.FromAccount == PointAccount.Of(ines)))).ShouldBeFalse();
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<Incident>().AnyAsync())).ShouldBeFalse();
        (await house.WorkAsync(attempt)).IsFirst.ShouldBeTrue();
        (await house.ToldAsync("Nothing came of your evaluation: “{0}”, {1}")).ShouldBe([learner]);
    }

    [Fact]
    public async Task Whom_the_site_told_late_is_not_absent_yet_and_not_silent_for_long()
    {
        await using var house = await House.OpenAsync();
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, _, id) = await house.AppointmentAsync(ines);

        house.Academy.Clock.Advance(TimeSpan.FromMinutes(70));
        await KeepAsync(house);
        (await house.ReportAsync(id, learner)).Refusal!.Code.ShouldBe("not-yet-absent");
        house.Academy.Clock.Advance(TimeSpan.FromHours(25));
        await house.ReplaceAsync();

        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.Cancelled);
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<LedgerEntry>().AnyAsync(e => e.FromAccount == PointAccount.Of(ines)))).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whom_the_site_told_late_loses_no_point_when_the_other_waited_in_vain(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(70));
        await KeepAsync(house);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(6));

        (await house.ReportAsync(id, learner)).Refusal.ShouldBeNull();

        (await house.EvaluationAsync(id)).State.ShouldBe(EvaluationState.Cancelled);
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<Incident>().AnyAsync())).ShouldBeFalse();
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<LedgerEntry>().AnyAsync(e => e.FromAccount == PointAccount.Of(ines)))).ShouldBeFalse();
        (await house.WorkAsync(attempt)).ShouldSatisfyAllConditions(w => w.Missing.ShouldBe(2), w => w.IsFirst.ShouldBeTrue());
    }

    [Fact]
    public async Task A_mentor_who_did_not_come_is_not_told_of_a_point_that_they_never_had()
    {
        await using var house = await House.OpenAsync();
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        var (learner, _, id) = await house.AppointmentAsync(mentor);
        await house.RevealAsync(id);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(66));

        (await house.ReportAsync(id, learner)).Refusal.ShouldBeNull();

        (await house.ToldAsync("It was reported that you did not come: “{0}”, {1}", "If this is wrong, write to a mentor: they can take it back.")).ShouldBe([mentor]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_defence_that_goes_badly_does_not_vanish(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, _, id) = await house.AppointmentAsync(ines);
        await house.RevealAsync(id);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(85));
        (await house.SaveAsync((id, ines), Defences.Filled(0, 1), 1)).Refusal.ShouldBeNull();

        (await house.ReportAsync(id, learner)).Refusal!.Code.ShouldBe("evaluator-was-there");

        (await house.HandInAsync((id, ines), Defences.Filled(0, 1), 2)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task An_appointment_is_not_handed_in_before_it_begins_and_what_was_written_is_kept()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var ines = await house.EvaluatorAsync("Inès");
        var (learner, attempt, id) = await house.AppointmentAsync(ines);
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(46));
        await KeepAsync(house);

        (await house.HandInAsync((id, ines), Defences.Filled(1, 5))).Refusal!.Code.ShouldBe("not-begun");
        (await house.MarkAsync(attempt, learner)).ShouldBeNull();
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(14));
        (await house.HandInAsync((id, ines), Defences.Filled(1, 5), 1)).Refusal.ShouldBeNull();

        (await house.MarkAsync(attempt, learner)).ShouldBe(100);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Missed_appointments_are_read_page_by_page(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await house.EvaluatorAsync("Inès");
        foreach (var at in (string[])["10:00", "11:00", "12:00"]) await house.RevealAsync((await house.AppointmentAsync(ines, at)).EvaluationId);
        house.Academy.Clock.Advance(TimeSpan.FromHours(30));
        await house.ReplaceAsync();

        var (first, next) = await PageAsync(null);
        var (second, last) = await PageAsync(next);

        (first.Count, second.Count, last).ShouldBe((2, 1, null));
        first.Concat(second).Select(v => v.Incident.Id).Distinct().Count().ShouldBe(3);

        Task<(IReadOnlyList<IncidentView> Items, Guid? Next)> PageAsync(Guid? before) =>
            house.Academy.RunAsync<ReadIncidents, (IReadOnlyList<IncidentView>, Guid?)>(r => r.PageAsync(before, 2, CancellationToken.None));
    }

    private static Task<Outcome> CancelAsync(House house, Guid id, Guid who) =>
        house.Academy.RunAsync<CancelAppointment, Outcome>(c => c.RunAsync(id, who, CancellationToken.None));

    private static Task KeepAsync(House house) => house.Academy.RunAsync<KeepAppointments>(k => k.RunAsync(CancellationToken.None));

    private static async Task<IReadOnlyList<string>> OthersAsync(House house, Guid who) =>
        (await house.Academy.RunAsync<ReadAppointments, IReadOnlyList<AppointmentView>>(r => r.AheadAsync(who, CancellationToken.None))).Single().Others;

    private static Task<List<string>> KeysAsync(House house) => house.Academy.RunAsync<AcademyDb, List<string>>(async db =>
        [.. (await db.Set<Kernel.Outbox.OutboxMessage>().Select(m => m.Payload).ToListAsync())
            .Where(p => p.Contains("\"Key\"", StringComparison.Ordinal))
            .Select(p => System.Text.Json.JsonDocument.Parse(p).RootElement.GetProperty("Key").GetString()!)]);
}
