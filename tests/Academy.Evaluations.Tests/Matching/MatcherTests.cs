using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;

namespace Academy.Evaluations.Tests.Matching;

public sealed class MatcherTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly MatchingRules Rules = EvaluationRules.Default.Matching;

    private readonly Guid _learner = Guid.CreateVersion7(Now);
    private readonly Guid _somebody = Guid.CreateVersion7(Now);
    private readonly Guid _another = Guid.CreateVersion7(Now);

    [Fact]
    public void Moves_somebody_who_has_a_choice_for_somebody_who_has_none()
    {
        var (flexible, bound) = (Work(waits: 9), Work(waits: 1, "web"));
        var (soon, late) = (Slot(_somebody, 1, validated: ["shell", "web"]), Slot(_another, 5));

        Solve([flexible, bound], [soon, late]).ShouldBe([new(flexible.Id, late.Id), new(bound.Id, soon.Id)], ignoreOrder: true);
    }

    [Fact]
    public void Moves_somebody_else_of_the_day_when_the_evaluator_has_enough()
    {
        var (flexible, bound) = (Work(waits: 9), Work(waits: 1, "web"));
        var (soon, later) = (Slot(_somebody, 1, room: 1), Slot(_somebody, 3, ["shell", "web"], room: 1));
        var elsewhere = Slot(_another, 6);

        Solve([flexible, bound], [soon, later, elsewhere]).ShouldBe([new(flexible.Id, elsewhere.Id), new(bound.Id, later.Id)], ignoreOrder: true);
    }

    [Fact]
    public void Moves_somebody_whose_appointment_overlaps()
    {
        var (flexible, bound) = (Work(waits: 9), Work(waits: 1, "web"));
        var (soon, halfAnHourLater) = (Slot(_somebody, 1), Slot(_somebody, 1.5, ["shell", "web"]));
        var elsewhere = Slot(_another, 6);

        Solve([flexible, bound], [soon, halfAnHourLater, elsewhere]).ShouldBe([new(flexible.Id, elsewhere.Id), new(bound.Id, halfAnHourLater.Id)], ignoreOrder: true);
    }

    [Fact]
    public void Gives_the_last_slot_to_the_longest_wait()
    {
        var (patient, hasty) = (Work(waits: 30), Work(waits: 2));
        var only = Slot(_somebody, 4);

        Solve([hasty, patient], [only]).ShouldBe([new(patient.Id, only.Id)]);
    }

    [Fact]
    public void Rather_brings_people_together_who_have_not_met_lately()
    {
        var work = Mine();
        var (met, unknown) = (Slot(_somebody, 1), Slot(_another, 20));

        Solve([work], [met, unknown], new Encounter(_somebody, [_learner], Now.AddDays(-3))).Single().SlotId.ShouldBe(unknown.Id);
        Solve([work], [met, unknown], new Encounter(_somebody, [_learner], Now.AddDays(-100))).Single().SlotId.ShouldBe(met.Id);
    }

    [Fact]
    public void Rather_meets_again_than_waits_for_ever()
    {
        var met = Slot(_somebody, 1);

        Solve([Mine()], [met], new Encounter(_somebody, [_learner], Now.AddDays(-3))).Single().SlotId.ShouldBe(met.Id);
    }

    [Fact]
    public void Avoids_that_a_round_of_friends_closes()
    {
        var (closes, open) = (Slot(_somebody, 1), Slot(_another, 6));
        Encounter[] past = [new(_learner, [Guid.Empty], Now.AddDays(-40)), new(Guid.Empty, [_somebody], Now.AddDays(-40))];

        Solve([Mine()], [closes, open], past).Single().SlotId.ShouldBe(open.Id);
    }

    [Fact]
    public void Avoids_circles_within_the_same_round()
    {
        var (mine, theirs) = (Mine(waits: 9), Work(waits: 8, learner: _somebody));
        OpenSlot[] slots = [Slot(_somebody, 1), Slot(_learner, 2), Slot(_another, 6)];

        var matches = Solve([mine, theirs], slots);

        matches.Count.ShouldBe(2);
        matches.ShouldContain(m => m.SlotId == slots[2].Id);
    }

    [Fact]
    public void Asks_first_who_has_given_least()
    {
        var (busy, rested) = (Slot(_somebody, 1), Slot(_another, 3));

        Solve([Work()], [busy, rested], new Encounter(_somebody, [Guid.CreateVersion7(Now)], Now.AddDays(-2))).Single().SlotId.ShouldBe(rested.Id);
    }

    [Fact]
    public void A_team_is_one_evaluation_for_whoever_gave_it()
    {
        // One evaluation of a team of four, or two of single learners: the first has given less.
        var (gaveATeam, gaveTwo) = (Slot(_somebody, 2), Slot(_another, 1));
        var team = new Encounter(_somebody, [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7(Now))], Now.AddDays(-2));
        Encounter[] two = [new(_another, [Guid.CreateVersion7(Now)], Now.AddDays(-2)), new(_another, [Guid.CreateVersion7(Now)], Now.AddDays(-2))];

        Solve([Work()], [gaveATeam, gaveTwo], [team, .. two]).Single().SlotId.ShouldBe(gaveATeam.Id);
    }

    [Fact]
    public void Lets_people_sleep_where_they_live()
    {
        var (noon, evening) = (Slot(_somebody, 1), Slot(_another, 8));

        Solve([Work() with { UtcOffset = TimeSpan.FromHours(-8) }], [noon, evening]).Single().SlotId.ShouldBe(evening.Id);
    }

    [Theory]
    [InlineData(0, Rung.Peer)]
    [InlineData(24, Rung.Alumni)]
    [InlineData(48, Rung.Mentor)]
    [InlineData(72, Rung.Recording)]
    public void The_ladder_widens(int hours, object rung) => Rules.RungAfter(TimeSpan.FromHours(hours)).ShouldBe(rung);

    [Fact]
    public void A_mentor_helps_with_any_project_once_the_wait_is_long_enough()
    {
        var mentor = Slot(_somebody, 2, validated: [], rung: Rung.Mentor);

        Solve([Work() with { Rung = Rung.Alumni }], [mentor]).ShouldBeEmpty();
        Solve([Work() with { Rung = Rung.Mentor }], [mentor]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Is_free_from_four_to_six_who_is_free_from_four_to_five_and_from_five_to_six()
    {
        var work = Work() with { Available = [new(Now.AddHours(5), Now.AddHours(6)), new(Now.AddHours(4), Now.AddHours(5))] };

        Solve([work], [Slot(_somebody, 4.5)]).ShouldHaveSingleItem();
        Solve([work], [Slot(_somebody, 5.5)]).ShouldBeEmpty();
    }

    [Fact]
    public void Stops_when_it_is_told_to() =>
        Should.Throw<OperationCanceledException>(() => Matcher.Solve(new(Now, [Work()], [], [], []), Rules, new(canceled: true)));

    private WaitingWork Mine(double waits = 1) => Work(waits, learner: _learner);

    private WaitingWork Work(double waits = 1, string project = "shell", Guid? learner = null) =>
        new(Guid.CreateVersion7(Now), [learner ?? Guid.CreateVersion7(Now)], project, Now.AddHours(-waits), Rung.Peer) { Languages = ["fr"] };

    private static OpenSlot Slot(Guid evaluator, double hours, string[]? validated = null, int room = 5, Rung rung = Rung.Peer) =>
        new(Guid.CreateVersion7(Now), new(evaluator, rung, validated ?? ["shell"], ["fr"]), Now.AddHours(hours), Now.AddHours(hours + 1), new(2026, 11, 23), room);

    private static IReadOnlyList<Match> Solve(WaitingWork[] works, OpenSlot[] slots, params Encounter[] past) =>
        Matcher.Solve(new(Now, works, slots, [], past), Rules, default);
}
