using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Progress;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Testing;
using static Academy.Evaluations.Tests.Evaluating.Defences;

namespace Academy.Evaluations.Tests.Evaluating;

/// <summary>The grader gives 100 % in all of these; it has half of the weight.</summary>
public sealed class MarkTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_mark_comes_with_the_last_evaluation_and_opens_what_follows(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (learner, attempt) = await house.HandedInAsync();

        await house.EvaluateAsync(attempt, runs: 1, readable: 3);
        (await house.MarkAsync(attempt, learner)).ShouldBeNull();
        await house.EvaluateAsync(attempt, runs: 1, readable: 4);
        await house.Academy.DeliverAsync();

        // Readable: the median of 60 and 80; (2 × 100 + 70) ÷ 3 = 90, and half of it from the grader.
        (await house.MarkAsync(attempt, learner)).ShouldBe(95);
        var result = await house.Academy.RunAsync<ILearnerProgress, IReadOnlyDictionary<Guid, ResultInfo>>(p => p.ResultsAsync("hello", default));
        (result[learner].Percent, result[learner].IsValidated).ShouldBe((95, true));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_evaluators_who_hand_in_at_once_leave_no_work_without_a_mark(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, rules: "  evaluation: { points: { start: 10 } }\n");
        for (var round = 0; round < 12; round++)
        {
            var (learner, attempt) = await house.HandedInAsync();
            var (first, second) = (await house.OpenDefenceAsync(attempt), await house.OpenDefenceAsync(attempt));
            var flag = round % 3 == 2 ? EvaluationFlag.Cheat : EvaluationFlag.Ok;

            var outcomes = await Task.WhenAll(house.HandInAsync(first, Filled(1, 5)), house.HandInAsync(second, Filled(1, 5, flag)));

            outcomes.ShouldAllBe(o => !o.IsRefused);
            (await house.WorkAsync(attempt)).State.ShouldBe(flag == EvaluationFlag.Cheat ? WorkState.Case : WorkState.Decided);
            if (flag == EvaluationFlag.Ok) (await house.MarkAsync(attempt, learner)).ShouldBe(100);
        }
    }

    [Fact]
    public async Task Two_that_lie_far_apart_call_for_a_third()
    {
        await using var house = await House.OpenAsync();
        var (learner, attempt) = await house.HandedInAsync();
        await house.EvaluateAsync(attempt, runs: 1, readable: 5);
        await house.EvaluateAsync(attempt, runs: 0, readable: 4);

        var work = await house.WorkAsync(attempt);
        (work.State, work.Missing).ShouldBe((WorkState.Waiting, 1));
        await house.EvaluateAsync(attempt, runs: 1, readable: 4);

        // Runs: median of yes, no, yes; readable: median of 100, 80, 80.
        (await house.MarkAsync(attempt, learner)).ShouldBe(96);
    }

    [Fact]
    public async Task Below_the_pass_mark_the_attempt_has_failed_and_another_may_follow()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await house.HandedInAsync();

        await house.EvaluateAsync(attempt, runs: 0, readable: 1);
        await house.Academy.DeliverAsync();

        (await house.MarkAsync(attempt, learner)).ShouldBe(53);
        var found = await house.Academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindAsync(attempt, default));
        found!.State.ShouldBe(AttemptState.Failed);
    }

    [Fact]
    public async Task A_flag_that_sets_to_zero_does_so_whatever_was_answered()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await house.HandedInAsync();

        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.CannotExplain);

        (await house.MarkAsync(attempt, learner)).ShouldBe(50);
    }

    [Fact]
    public async Task A_flag_that_stops_lets_questions_go_unanswered()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        var defence = await house.OpenDefenceAsync(attempt);

        (await house.HandInAsync(defence, Filled(1, null, EvaluationFlag.Crash))).Refusal.ShouldBeNull();

        (await house.MarkAsync(attempt, learner)).ShouldBe(83);
    }

    [Fact]
    public async Task Who_took_no_part_has_nothing_if_most_evaluators_say_so()
    {
        await using var house = await House.OpenAsync();
        var (captain, attempt) = await house.HandedInAsync();
        var member = await house.JoinAsync(attempt);

        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Ok, member);
        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Ok, member);

        (await house.MarkAsync(attempt, captain), await house.MarkAsync(attempt, member)).ShouldBe((100, 0));
    }

    [Fact]
    public async Task One_evaluator_of_two_alone_takes_nothing_from_a_member()
    {
        await using var house = await House.OpenAsync();
        var (_, attempt) = await house.HandedInAsync();
        var member = await house.JoinAsync(attempt);

        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Ok, member);
        await house.EvaluateAsync(attempt, 1, 5);

        (await house.MarkAsync(attempt, member)).ShouldBe(100);
    }

    [Fact]
    public async Task A_calibration_changes_nothing_for_whoever_did_the_work()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        await house.EvaluateAsync(attempt, 1, 5);
        var calibration = await house.OpenDefenceAsync(attempt, EvaluationKind.Calibration);

        (await house.HandInAsync(calibration, Filled(0, 0))).Refusal.ShouldBeNull();

        (await house.MarkAsync(attempt, learner)).ShouldBe(100);
        (await house.WorkAsync(attempt)).Revision.ShouldBe(0);
    }
}
