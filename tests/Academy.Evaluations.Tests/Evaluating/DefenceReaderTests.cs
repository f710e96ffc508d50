using Academy.Evaluations.Appointments;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Reading;
using Academy.Kernel.Permissions;

namespace Academy.Evaluations.Tests.Evaluating;

/// <summary>What each side sees of an evaluation.</summary>
public sealed class DefenceReaderTests
{
    [Fact]
    public async Task Both_sides_stand_in_front_of_the_same_video_room_after_the_rules_have_changed()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var evaluator = await house.EvaluatorAsync("Inès Garnier");
        var (learner, attempt) = await house.HandedInAsync();
        var (id, _) = await house.OpenDefenceAsync(attempt, evaluatorId: evaluator);

        await house.PublishAsync("  evaluation: { room: \"https://visio.example/{room}\", appointments: { revealMinutes: 20 } }\n");

        foreach (var person in (Guid[])[learner, evaluator])
        {
            var view = (await FindAsync(house, id, person))!;
            var appointment = (await house.Academy.RunAsync<ReadAppointments, IReadOnlyList<AppointmentView>>(r => r.AheadAsync(person, CancellationToken.None))).Single();
            view.Room!.ShouldStartWith("https://visio.example/");
            view.Room.ShouldBe(appointment.Room);
            (appointment.StartsAt - appointment.RevealsAt).TotalMinutes.ShouldBe(view.Numbers.Appointments.RevealMinutes);
        }
    }

    [Fact]
    public async Task A_team_knows_itself_and_not_the_evaluator_who_does_not_know_it()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (lea, noe) = (await house.PersonAsync("Léa Marchand"), await house.PersonAsync("Noé Perrin"));
        var evaluator = await house.EvaluatorAsync("Inès Garnier", project: "files");
        var (attempt, commit) = await house.TeamPushedAsync(lea, noe);
        (await house.HandInAsync(attempt, commit, lea)).Refusal.ShouldBeNull();
        var (id, _) = await house.OpenDefenceAsync(attempt, EvaluationKind.Written, isRevealed: false, evaluator);

        var own = (await FindAsync(house, id, lea))!;
        (own.NameOf(noe), own.NameOf(evaluator)).ShouldBe(("Noé Perrin", null));
        var other = (await FindAsync(house, id, evaluator))!;
        (other.NameOf(lea), other.NameOf(noe)).ShouldBe((null, null));
    }

    [Fact]
    public async Task Whoever_still_evaluates_reads_the_others_only_after_handing_in()
    {
        await using var house = await House.OpenAsync(peers: 2);
        var mentor = await house.PersonAsync("Yanis", Role.Mentor);
        var (_, attempt) = await house.HandedInAsync();
        var (first, _) = await house.EvaluateAsync(attempt, 1, 5);
        await house.EvaluateAsync(attempt, 0, 0);
        var third = await house.OpenDefenceAsync(attempt, EvaluationKind.Third, evaluatorId: mentor);

        (await FindAsync(house, first, mentor, oversees: true)).ShouldBeNull();
        (await MarkAsync()).ShouldBeNull();
        (await FindAsync(house, first, Guid.CreateVersion7(), oversees: true)).ShouldNotBeNull("another mentor looks after it");

        (await house.HandInAsync(third, Defences.Filled(1, 3))).Refusal.ShouldBeNull();
        (await FindAsync(house, first, mentor, oversees: true)).ShouldNotBeNull();
        (await MarkAsync()).ShouldNotBeNull();

        Task<MarkView?> MarkAsync() => house.Academy.RunAsync<MarkReader, MarkView?>(r => r.FindAsync(attempt, mentor, true, CancellationToken.None));
    }

    private static Task<DefenceView?> FindAsync(House house, Guid evaluationId, Guid readerId, bool oversees = false) =>
        house.Academy.RunAsync<DefenceReader, DefenceView?>(r => r.FindAsync(evaluationId, readerId, oversees, CancellationToken.None));
}
