using Academy.Evaluations.Absences;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Feedback;
using Academy.Evaluations.Marks;
using Academy.Evaluations.Points;
using Academy.Evaluations.Reading;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Evaluations.Trends;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;

namespace Academy.Evaluations.Tests.Marks;

/// <summary>Works that the staff has marked once more, given to evaluators unannounced. The rule in these: after every second evaluation.</summary>
public sealed class CalibrationTests
{
    private const string EverySecond = "  evaluation: { marks: { calibrationEvery: 2 } }\n";
    private static readonly Guid Trainer = Guid.CreateVersion7();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_comes_after_so_many_evaluations_looks_like_any_other_and_changes_no_mark(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1, EverySecond);
        var evaluator = await house.EvaluatorAsync("Inès Garnier");
        var (learner, attempt) = await CalibrationAsync(house);
        var before = await house.MarkAsync(attempt, learner);

        await EvaluateAsync(house, evaluator);
        (await OffersAsync(house, evaluator)).ShouldBeEmpty();
        await EvaluateAsync(house, evaluator);
        var offer = (await OffersAsync(house, evaluator)).ShouldHaveSingleItem();
        (offer.AttemptId, offer.Kind).ShouldBe((attempt, EvaluationKind.Written));
        (await OffersAsync(house, evaluator)).ShouldBe([offer], "the same until it is taken");

        var taken = await TakeAsync(house, attempt, evaluator);
        taken.Refusal.ShouldBeNull();
        var view = await ReadAsync(house, taken.Value, evaluator);
        (view.Recording!.Text, view.Recording.Link, view.Calibration, view.CanEvaluate).ShouldBe(("J'ai commencé par le menu.", null, null, true));
        view.People.ShouldBeEmpty();
        view.HandedInAt.ShouldBe(offer.SentAt);
        (await AheadAsync(house, evaluator)).ShouldHaveSingleItem().Kind.ShouldBe(EvaluationKind.Written);
        (await AheadAsync(house, learner)).ShouldBeEmpty();
        (await house.Academy.RunAsync<DefenceReader, DefenceView?>(r => r.FindAsync(taken.Value, learner, false, default))).ShouldBeNull();

        await house.Academy.DeliverAsync();
        var points = await house.PointsAsync(PointAccount.Of(evaluator));
        (await house.HandInAsync((taken.Value, evaluator), Defences.Filled(0, 5))).Refusal.ShouldBeNull();
        await house.Academy.DeliverAsync();
        await house.CheckPointsAsync();

        (await house.PointsAsync(PointAccount.Of(evaluator))).ShouldBe(points + 1);
        var after = await ReadAsync(house, taken.Value, evaluator);
        after.Calibration.ShouldNotBeNull().Percent.ShouldBe(93);
        after.Evaluation.Percent.ShouldBe(33);
        (await house.MarkAsync(attempt, learner)).ShouldBe(before);
        (await house.WorkAsync(attempt)).Revision.ShouldBe(0);
        var said = await house.Academy.RunAsync<GiveFeedback, Outcome>(f => f.RunAsync(taken.Value, learner, 1, 1, 1, null, default));
        said.Refusal!.Code.ShouldBe("unknown-evaluation");

        // 60 points below the reference, and with n = 1 and k = 5 a sixth of it is believed.
        var shadow = await house.Academy.RunAsync<ReadShadow, ShadowMarks>(s => s.RunAsync(default));
        shadow.HabitOf(evaluator).ShouldSatisfyAllConditions(h => h.Evaluations.ShouldBe(1), h => h.Bias.ShouldBe(-10, 0.01));
    }

    [Fact]
    public async Task Nobody_is_given_the_same_one_twice_or_their_own_and_nought_turns_it_off()
    {
        await using var house = await House.OpenAsync(peers: 1, rules: EverySecond);
        var evaluator = await house.EvaluatorAsync("Inès Garnier");
        var (learner, attempt) = await CalibrationAsync(house);
        for (var i = 0; i < 2; i++) await EvaluateAsync(house, evaluator);
        for (var i = 0; i < 2; i++) await EvaluateAsync(house, learner);
        (await OffersAsync(house, learner)).ShouldBeEmpty("it is their own");
        (await TakeAsync(house, attempt, learner)).Refusal!.Code.ShouldBe("not-for-you");

        var taken = await TakeAsync(house, attempt, evaluator);
        (await house.Academy.RunAsync<CancelAppointment, Outcome>(c => c.RunAsync(taken.Value, learner, default))).Refusal!.Code.ShouldBe("unknown-appointment");
        (await house.Academy.RunAsync<CancelAppointment, Outcome>(c => c.RunAsync(taken.Value, evaluator, default))).Refusal.ShouldBeNull();
        (await house.WorkAsync(attempt)).Held.ShouldBe(1, "nobody has waited for it");
        for (var i = 0; i < 2; i++) await EvaluateAsync(house, evaluator);
        (await OffersAsync(house, evaluator)).ShouldBeEmpty("they have seen it");

        await using var off = await House.OpenAsync(peers: 1, rules: "  evaluation: { marks: { calibrationEvery: 0 } }\n");
        var another = await off.EvaluatorAsync("Inès Garnier");
        await CalibrationAsync(off);
        for (var i = 0; i < 3; i++) await EvaluateAsync(off, another);
        (await OffersAsync(off, another)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_does_not_look_at_the_list_is_asked_like_for_any_defence_that_nobody_takes(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1, EverySecond);
        var (evaluator, unwilling) = (await house.EvaluatorAsync("Inès Garnier"), await house.EvaluatorAsync("Pas de vidéos"));
        var (learner, attempt) = await CalibrationAsync(house);
        (await house.Academy.RunAsync<EvaluatorChoices, Outcome>(c => c.ChooseAsync(unwilling, null, takesRecorded: false, default))).Refusal.ShouldBeNull();
        await EvaluateAsync(house, evaluator);
        (await AskAsync()).ShouldBe(0);
        foreach (var id in (Guid[])[evaluator, unwilling, unwilling]) await EvaluateAsync(house, id);

        (await AskAsync()).ShouldBe(0, "whoever likes may still take it");
        house.Academy.Clock.Advance(TimeSpan.FromHours(2));
        await house.PauseAsync(evaluator, house.Now.AddMinutes(1));
        (await AskAsync()).ShouldBe(0, "a pause leaves people in peace");
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync()).ShouldBe(1);
        (await AskAsync()).ShouldBe(0, "once");

        var given = (await AheadAsync(house, evaluator)).ShouldHaveSingleItem();
        given.Kind.ShouldBe(EvaluationKind.Written);
        (await house.ToldAsync("You are asked to evaluate a defence of “{0}”, without an appointment: until {1}")).ShouldBe([evaluator]);
        (await house.ToldAsync("Somebody evaluates your defence of “{0}”, until {1} at the latest")).ShouldBeEmpty();
        (await house.HandInAsync((given.Id, evaluator), Defences.Filled(0, 5))).Refusal.ShouldBeNull();
        (await house.WorkAsync(attempt)).Revision.ShouldBe(0);
        (await AheadAsync(house, learner)).ShouldBeEmpty();

        Task<int> AskAsync() => house.Academy.RunAsync<GiveCalibration, int>(g => g.AskAsync(default));
    }

    [Fact]
    public async Task What_is_not_handed_in_lapses_and_costs_nothing()
    {
        await using var house = await House.OpenAsync(peers: 1, rules: EverySecond);
        var evaluator = await house.EvaluatorAsync("Inès Garnier");
        var (_, attempt) = await CalibrationAsync(house);
        for (var i = 0; i < 2; i++) await EvaluateAsync(house, evaluator);
        await house.Academy.DeliverAsync();
        var points = await house.PointsAsync(PointAccount.Of(evaluator));
        var taken = await TakeAsync(house, attempt, evaluator);

        house.Academy.Clock.Advance(TimeSpan.FromHours(49));
        await house.Academy.RunAsync<LapseCalibrations>(l => l.RunAsync(default));

        (await house.EvaluationAsync(taken.Value)).State.ShouldBe(EvaluationState.Replaced);
        (await house.PointsAsync(PointAccount.Of(evaluator))).ShouldBe(points);
    }

    [Fact]
    public async Task Only_a_finished_work_of_somebody_else_without_a_name_in_it()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        (await MarkAsync(house, attempt)).Refusal!.Code.ShouldBe("not-marked-yet");
        var given = await house.EvaluateAsync(attempt, 1, 4);

        (await MarkAsync(house, attempt, by: learner)).Refusal!.Code.ShouldBe("own-work");
        (await MarkAsync(house, attempt, by: given.EvaluatorId)).Refusal!.Code.ShouldBe("own-work");
        (await MarkAsync(house, Guid.CreateVersion7())).Refusal!.Code.ShouldBe("unknown-work");
        (await MarkAsync(house, attempt, defence: "C'est SACHA qui l'a fait.")).Refusal!.Code.ShouldBe("named-in-text");
        (await MarkAsync(house, attempt, defence: "Sâcha l'a fait.")).Refusal!.Code.ShouldBe("named-in-text", "accents make no difference");
        (await MarkAsync(house, attempt, defence: " ")).Refusal!.Code.ShouldBe("text-missing");
        (await MarkAsync(house, attempt, Defences.Filled(1, null))).Refusal!.Code.ShouldBe("unanswered");
        (await MarkAsync(house, attempt, defence: "Un sachant le dirait.")).Refusal.ShouldBeNull("only whole words are names");
    }

    [Fact]
    public async Task The_trend_counts_calibrations_and_hides_what_single_people_said()
    {
        await using var house = await House.OpenAsync(peers: 1, rules: EverySecond);
        var evaluator = await house.EvaluatorAsync("Inès Garnier");
        var (_, attempt) = await CalibrationAsync(house);
        for (var i = 0; i < 2; i++) await EvaluateAsync(house, evaluator);
        (await TrendAsync(house, evaluator)).ShouldSatisfyAllConditions(t => t.Evaluations.ShouldBe(2), t => t.Periods.ShouldBeEmpty(), t => t.Words.ShouldBeEmpty());

        var taken = await TakeAsync(house, attempt, evaluator);
        (await house.HandInAsync((taken.Value, evaluator), Defences.Filled(0, 5))).Refusal.ShouldBeNull();

        var period = (await TrendAsync(house, evaluator)).Periods.ShouldHaveSingleItem();
        (period.Evaluations, period.Difference).ShouldBe((3, null));
        (await TrendAsync(house, Guid.CreateVersion7())).Evaluations.ShouldBe(0);
    }

    private static async Task<(Guid LearnerId, Guid AttemptId)> CalibrationAsync(House house)
    {
        // Somebody who may evaluate, too.
        var learner = await house.EvaluatorAsync("Sacha Morel", project: "files");
        var (attempt, commit) = await house.PushedAsync(learner);
        (await house.HandInAsync(attempt, commit, learner)).Refusal.ShouldBeNull();
        await house.EvaluateAsync(attempt, 1, 4);
        await house.Academy.DeliverAsync();
        (await MarkAsync(house, attempt)).Refusal.ShouldBeNull();
        return (learner, attempt);
    }

    private static async Task EvaluateAsync(House house, Guid evaluatorId)
    {
        var (_, attempt) = await house.HandedInAsync();
        var defence = await house.OpenDefenceAsync(attempt, evaluatorId: evaluatorId);
        (await house.HandInAsync(defence, Defences.Filled(1, 5))).Refusal.ShouldBeNull();
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static Task<Outcome> MarkAsync(House house, Guid attemptId, Sheet? sheet = null, string defence = "J'ai commencé par le menu.", Guid? by = null) =>
        house.Academy.RunAsync<MarkCalibration, Outcome>(m => m.RunAsync(attemptId, sheet ?? Defences.Filled(1, 4), defence, by ?? Trainer, default));

    private static Task<IReadOnlyList<RecordingOffer>> OffersAsync(House house, Guid evaluatorId) =>
        house.Academy.RunAsync<TakeRecording, IReadOnlyList<RecordingOffer>>(t => t.OffersAsync(evaluatorId, default));

    private static Task<Outcome<Guid>> TakeAsync(House house, Guid attemptId, Guid evaluatorId) =>
        house.Academy.RunAsync<TakeRecording, Outcome<Guid>>(t => t.RunAsync(attemptId, evaluatorId, default));

    private static Task<IReadOnlyList<AppointmentView>> AheadAsync(House house, Guid personId) =>
        house.Academy.RunAsync<ReadAppointments, IReadOnlyList<AppointmentView>>(r => r.AheadAsync(personId, default));

    private static async Task<DefenceView> ReadAsync(House house, Guid evaluationId, Guid readerId) =>
        (await house.Academy.RunAsync<DefenceReader, DefenceView?>(r => r.FindAsync(evaluationId, readerId, false, default))).ShouldNotBeNull();

    private static Task<TrendView> TrendAsync(House house, Guid personId) =>
        house.Academy.RunAsync<ReadTrend, TrendView>(r => r.RunAsync(personId, default));
}
