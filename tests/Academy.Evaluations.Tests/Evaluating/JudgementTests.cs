using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Feedback;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Case = Academy.Evaluations.Cases.Case;

namespace Academy.Evaluations.Tests.Evaluating;

/// <summary>Cases, appeals and feedback: what people decide about evaluations.</summary>
public sealed class JudgementTests
{
    private static readonly Guid Trainer = Guid.CreateVersion7();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_suspicion_takes_nothing_away_until_a_trainer_has_heard_everybody(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        var defence = await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Cheat);

        (await house.WorkAsync(attempt)).State.ShouldBe(WorkState.Case);
        (await house.MarkAsync(attempt, learner)).ShouldBeNull();
        var open = await CaseAsync(house);
        (await AnswerAsync(house, open.Id, learner)).Refusal.ShouldBeNull();
        (await AnswerAsync(house, open.Id, Guid.CreateVersion7())).Refusal!.Code.ShouldBe("unknown-case");
        (await DecideAsync(house, open.Id, defence.EvaluatorId, isUpheld: true)).Refusal!.Code.ShouldBe("own-work");

        (await DecideAsync(house, open.Id, Trainer, isUpheld: false)).Refusal.ShouldBeNull();

        (await house.MarkAsync(attempt, learner)).ShouldBe(100);
        (await CaseAsync(house)).Statements.Single().Text.ShouldBe("Je l'ai écrit seul.");
        (await DecideAsync(house, open.Id, Trainer, isUpheld: true)).Refusal!.Code.ShouldBe("case-decided");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_decides_has_read_what_was_said_last(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Cheat);
        var read = await CaseAsync(house);
        (await AnswerAsync(house, read.Id, learner)).Refusal.ShouldBeNull();

        (await DecideAsync(read.Version)).Refusal!.Code.ShouldBe("case-heard-more");
        (await DecideAsync((await CaseAsync(house)).Version)).Refusal.ShouldBeNull();

        Task<Outcome> DecideAsync(long version) => house.Academy.RunAsync<DecideCase, Outcome>(
            d => d.RunAsync(read.Id, Trainer, false, "J'ai entendu tout le monde.", default, version));
    }

    [Fact]
    public async Task A_confirmed_case_makes_the_work_worth_nothing()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Cheat);

        (await DecideAsync(house, (await CaseAsync(house)).Id, Trainer, isUpheld: true)).Refusal.ShouldBeNull();

        (await house.MarkAsync(attempt, learner)).ShouldBe(0);
        var change = await house.Academy.RunAsync<AcademyDb, MarkChange>(db => db.Set<MarkChange>().SingleAsync());
        (change.By, change.Cause, change.Reason).ShouldBe((Trainer, MarkCauseKind.Case, "J'ai entendu tout le monde."));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_member_tells_their_own_side(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        var mate = await house.JoinAsync(attempt);
        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Cheat);
        var open = await CaseAsync(house);

        (await AnswerAsync(house, open.Id, learner)).Refusal.ShouldBeNull();
        (await AnswerAsync(house, open.Id, mate)).Refusal.ShouldBeNull();
        (await AnswerAsync(house, open.Id, mate)).Refusal.ShouldBeNull();

        (await CaseAsync(house)).Statements.Select(s => s.LearnerId).ShouldBe([learner, mate], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_may_decide_is_told_and_who_it_is_about_is_asked()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (mentor, trainer) = (await house.PersonAsync("Yanis", Role.Mentor), await house.PersonAsync("Claire", Role.Trainer));
        var (learner, attempt) = await house.HandedInAsync();
        var defence = await house.OpenDefenceAsync(attempt, evaluatorId: mentor);
        (await house.HandInAsync(defence, Defences.Filled(1, 5, EvaluationFlag.Cheat))).Refusal.ShouldBeNull();

        (await house.ToldAsync("A case has to be decided: “{0}”")).ShouldBe([trainer]);
        (await house.ToldAsync("An evaluator has a suspicion about “{0}”")).ShouldBe([learner]);

        var other = await house.PersonAsync("Nora", Role.Mentor);
        (await DecideAsync(house, (await CaseAsync(house)).Id, trainer, isUpheld: false)).Refusal.ShouldBeNull();
        (await AppealAsync(house, attempt, learner)).Refusal.ShouldBeNull();
        (await house.ToldAsync("An appeal has to be judged: “{0}”")).ShouldBe([other], "the mentor has evaluated, the trainer has decided");
    }

    [Fact]
    public async Task A_suspicion_with_a_blank_rubric_is_refused_since_its_answers_may_count()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (_, attempt) = await house.HandedInAsync();
        var defence = await house.OpenDefenceAsync(attempt);

        (await house.HandInAsync(defence, Defences.Filled(1, null, EvaluationFlag.Cheat))).Refusal!.Code.ShouldBe("unanswered");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_cases_the_last_one_ends_the_wait(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 2);
        var (learner, attempt) = await house.HandedInAsync();
        var (one, other) = (await house.OpenDefenceAsync(attempt), await house.OpenDefenceAsync(attempt));
        (await house.HandInAsync(one, Defences.Filled(1, 5, EvaluationFlag.Cheat))).Refusal.ShouldBeNull();
        (await house.HandInAsync(other, Defences.Filled(0, 0, EvaluationFlag.Cheat))).Refusal.ShouldBeNull();
        var cases = await house.Academy.RunAsync<AcademyDb, List<Guid>>(db => db.Set<Case>().Select(c => c.Id).ToListAsync());
        cases.Count.ShouldBe(2);

        (await DecideAsync(house, cases[0], Trainer, isUpheld: false)).Refusal.ShouldBeNull();
        (await house.WorkAsync(attempt)).State.ShouldBe(WorkState.Case);
        (await house.MarkAsync(attempt, learner)).ShouldBeNull();
        (await DecideAsync(house, cases[1], Trainer, isUpheld: false)).Refusal.ShouldBeNull();

        var work = await house.WorkAsync(attempt);
        (work.State, work.Missing).ShouldBe((WorkState.Waiting, 1), "they lie far apart: a mentor looks as well");
    }

    [Fact]
    public async Task A_mark_that_was_told_stands_while_a_case_is_decided_and_changes_with_a_revision()
    {
        await using var house = await House.OpenAsync(peers: 2);
        var (learner, attempt) = await house.HandedInAsync();
        var first = await house.OpenDefenceAsync(attempt);
        var second = await house.OpenDefenceAsync(attempt);
        (await house.HandInAsync(first, Defences.Filled(1, 5, EvaluationFlag.Cheat))).Refusal.ShouldBeNull();
        (await house.HandInAsync(second, Defences.Filled(1, 5, EvaluationFlag.Cheat))).Refusal.ShouldBeNull();
        var cases = await house.Academy.RunAsync<AcademyDb, List<Guid>>(db => db.Set<Case>().Select(c => c.Id).ToListAsync());

        (await DecideAsync(house, cases[0], Trainer, isUpheld: true)).Refusal.ShouldBeNull();
        (await DecideAsync(house, cases[1], Trainer, isUpheld: false)).Refusal.ShouldBeNull();

        var work = await house.WorkAsync(attempt);
        (work.State, work.Revision, work.Members.Single().Percent).ShouldBe((WorkState.Decided, 0, 0));
        var appeal = await AppealAsync(house, attempt, learner);
        (await JudgeAsync(house, appeal.Value, Guid.CreateVersion7(), 70)).Refusal.ShouldBeNull();
        (await house.WorkAsync(attempt)).Revision.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_booked_is_cancelled_when_a_case_has_decided_the_work(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        var (learner, attempt, id) = await house.AppointmentAsync(ines);
        await house.EvaluateAsync(attempt, 1, 5, EvaluationFlag.Cheat);

        (await DecideAsync(house, (await CaseAsync(house)).Id, Trainer, isUpheld: true)).Refusal.ShouldBeNull();

        (await house.EvaluationAsync(id)).State.ShouldBe(Evaluations.Evaluating.EvaluationState.Cancelled);
        (await house.ToldAsync("Your evaluation of “{0}” is not needed any more: {1}")).ShouldBe([ines]);
        (await house.MarkAsync(attempt, learner)).ShouldBe(0);
        await house.Academy.DeliverAsync();
        (await house.PointsAsync(Evaluations.Points.PointAccount.OfWork(attempt))).ShouldBe(0, "one is earned, the other goes back");
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_appeal_that_is_upheld_changes_the_mark_and_comes_back(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        var defence = await house.EvaluateAsync(attempt, 0, 1);
        var appeal = await AppealAsync(house, attempt, learner);

        (await JudgeAsync(house, appeal.Value, defence.EvaluatorId, 85)).Refusal!.Code.ShouldBe("own-work");
        (await JudgeAsync(house, appeal.Value, learner, 85)).Refusal!.Code.ShouldBe("own-work");
        (await JudgeAsync(house, appeal.Value, Trainer, 85)).Refusal.ShouldBeNull();
        await house.Academy.DeliverAsync();

        (await house.MarkAsync(attempt, learner)).ShouldBe(85);
        var results = await house.Academy.RunAsync<ILearnerProgress, IReadOnlyDictionary<Guid, ResultInfo>>(p => p.ResultsAsync("hello", default));
        results[learner].IsValidated.ShouldBeTrue();
        (await JudgeAsync(house, appeal.Value, Trainer, 20)).Refusal!.Code.ShouldBe("appeal-judged");
        // The token is back; whoever has changed the mark before does not judge it again.
        var again = await AppealAsync(house, attempt, learner);
        again.Refusal.ShouldBeNull();
        (await JudgeAsync(house, again.Value, Trainer, 90)).Refusal!.Code.ShouldBe("own-work");
    }

    [Fact]
    public async Task An_appeal_that_is_rejected_is_spent()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        (await AppealAsync(house, attempt, learner)).Refusal!.Code.ShouldBe("no-mark-yet");
        await house.EvaluateAsync(attempt, 0, 1);
        var appeal = await AppealAsync(house, attempt, learner);
        (await AppealAsync(house, attempt, learner)).Refusal!.Code.ShouldBe("appeal-open");

        (await JudgeAsync(house, appeal.Value, Trainer, null)).Refusal.ShouldBeNull();

        (await house.MarkAsync(attempt, learner)).ShouldBe(53);
        (await AppealAsync(house, attempt, learner)).Refusal!.Code.ShouldBe("no-appeal-left");
        (await AppealAsync(house, attempt, Guid.CreateVersion7())).Refusal!.Code.ShouldBe("unknown-work");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ten_appeals_at_once_spend_one(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        await house.EvaluateAsync(attempt, 0, 1);

        var appeals = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AppealAsync(house, attempt, learner)));

        appeals.Count(a => !a.IsRefused).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_was_evaluated_says_how_it_was_and_may_change_it()
    {
        await using var house = await House.OpenAsync();
        var (learner, attempt) = await house.HandedInAsync();
        var open = await house.OpenDefenceAsync(attempt);
        (await FeedbackAsync(house, open.Id, learner, 5)).Refusal!.Code.ShouldBe("not-done-yet");
        (await house.HandInAsync(open, Defences.Filled(1, 5))).Refusal.ShouldBeNull();

        (await FeedbackAsync(house, open.Id, learner, 5)).Refusal.ShouldBeNull();
        (await FeedbackAsync(house, open.Id, learner, 3)).Refusal.ShouldBeNull();
        (await FeedbackAsync(house, open.Id, learner, 6)).Refusal!.Code.ShouldBe("no-such-answer");
        (await FeedbackAsync(house, open.Id, open.EvaluatorId, 5)).Refusal!.Code.ShouldBe("unknown-evaluation");

        var given = await house.Academy.RunAsync<AcademyDb, GivenFeedback>(db => db.Set<GivenFeedback>().SingleAsync());
        (given.Useful, given.EvaluatorId).ShouldBe((3, open.EvaluatorId));
    }

    private static Task<Case> CaseAsync(House house) => house.Academy.RunAsync<AcademyDb, Case>(db => db.Set<Case>().SingleAsync());

    private static Task<Outcome> AnswerAsync(House house, Guid caseId, Guid learnerId) =>
        house.Academy.RunAsync<AnswerCase, Outcome>(a => a.RunAsync(caseId, learnerId, "Je l'ai écrit seul.", default));

    private static Task<Outcome> DecideAsync(House house, Guid caseId, Guid trainerId, bool isUpheld) =>
        house.Academy.RunAsync<DecideCase, Outcome>(d => d.RunAsync(caseId, trainerId, isUpheld, "J'ai entendu tout le monde.", default));

    private static Task<Outcome<Guid>> AppealAsync(House house, Guid attemptId, Guid learnerId) =>
        house.Academy.RunAsync<RaiseAppeal, Outcome<Guid>>(r => r.RunAsync(attemptId, learnerId, "Le test 3 passe.", default));

    private static Task<Outcome> JudgeAsync(House house, Guid appealId, Guid judgeId, int? percent) =>
        house.Academy.RunAsync<JudgeAppeal, Outcome>(j => j.RunAsync(appealId, judgeId, percent, "J'ai tout relu.", default));

    private static Task<Outcome> FeedbackAsync(House house, Guid evaluationId, Guid learnerId, int useful) =>
        house.Academy.RunAsync<GiveFeedback, Outcome>(f => f.RunAsync(evaluationId, learnerId, 4, 4, useful, "Merci.", default));
}
