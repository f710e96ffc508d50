using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Circles;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Marks;
using Academy.Evaluations.Reading;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Case = Academy.Evaluations.Cases.Case;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Tests.Marks;

/// <summary>From real evaluations to what staff see of habits and circles.</summary>
public sealed class CircleTests
{
    private static readonly Guid Trainer = Guid.CreateVersion7();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Staff_see_the_habits_beside_the_mark_and_learners_never_do(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var (strict, others) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (learner, attempt) = (Guid.Empty, Guid.Empty);
        for (var i = 0; i < 5; i++)
        {
            (learner, attempt) = await house.HandedInAsync();
            await GiveAsync(house, attempt, strict, 3);
            await GiveAsync(house, attempt, others, 4);
        }

        var view = await ReadAsync(house, attempt, Guid.CreateVersion7(), oversees: true);
        var mark = (await house.MarkAsync(attempt, learner)).ShouldNotBeNull();

        // 87 and 93 of 100: with n = 5 and k = 5 half of what sets them apart is believed, on both sides.
        var habit = view.Shadow.ShouldNotBeNull().Habits[strict];
        habit.Evaluations.ShouldBe(5);
        habit.Bias.ShouldBeInRange(-3, -0.5);
        view.Shadow.Habits[others].Bias.ShouldBe(-habit.Bias, 0.01);
        view.Shadow.Percent.ShouldNotBeNull().ShouldBeInRange(mark - 1, mark + 1);
        (await ReadAsync(house, attempt, learner, oversees: false)).Shadow.ShouldBeNull();
        (await ReadAsync(house, attempt, learner, oversees: true)).Shadow.ShouldBeNull();

        // One more evaluation, and it is computed anew.
        var (_, another) = await house.HandedInAsync();
        await GiveAsync(house, another, strict, 3);
        await GiveAsync(house, another, others, 4);
        (await ReadAsync(house, attempt, Guid.CreateVersion7(), oversees: true)).Shadow!.Habits[strict].Evaluations.ShouldBe(6);
    }

    [Fact]
    public async Task A_circle_that_was_looked_at_comes_back_only_with_new_evaluations()
    {
        await using var house = await House.OpenAsync();
        var circle = await FavoursAsync(house);

        var found = (await FindAsync(house)).ShouldHaveSingleItem();
        found.People.ShouldBe(circle, ignoreOrder: true);
        found.Favours.ShouldAllBe(f => f.Percent > f.Others + 20 && circle.Contains(f.EvaluatorId) && circle.Contains(f.LearnerId));
        (await FindAsync(house, circle[0])).ShouldBeEmpty("nobody looks at themselves");

        (await ReviewAsync(house, found.Name, null, " ")).Refusal!.Code.ShouldBe("text-missing");
        (await ReviewAsync(house, "somebody", null)).Refusal!.Code.ShouldBe("unknown-circle");
        (await ReviewAsync(house, found.Name, null)).Refusal.ShouldBeNull();

        (await FindAsync(house)).ShouldBeEmpty();
        (await ReviewAsync(house, found.Name, null)).Refusal!.Code.ShouldBe("unknown-circle");
        var kept = await house.Academy.RunAsync<AcademyDb, CircleReview>(db => db.Set<CircleReview>().SingleAsync());
        (kept.By, kept.Reason, kept.CaseId).ShouldBe((Trainer, "J'ai tout relu.", null));
        kept.People().ShouldBe(found.People);

        await FavourAsync(house, circle[0], circle[1]);
        (await FindAsync(house)).ShouldHaveSingleItem().Favours.Count.ShouldBe(found.Favours.Count + 1);
    }

    /// <summary>One evaluator alone, and the staff's reference: there is nobody to compare with, and nothing breaks.</summary>
    [Fact]
    public async Task A_calibration_that_only_one_of_them_has_evaluated_is_no_evidence()
    {
        await using var house = await House.OpenAsync();
        var circle = await FavoursAsync(house);
        var before = (await FindAsync(house)).ShouldHaveSingleItem();
        await house.Academy.RunAsync<AcademyDb>(async db =>
        {
            var work = Add(house, db, circle[1], (circle[0], 100));
            var calibration = new CalibrationWork(work, Trainer);
            calibration.Mark(Defences.Filled(1, 4), house.Release.Projects["hello"].Evaluation!.Rubric, 93, "Voici mes choix.", Trainer, house.Now);
            db.Add(calibration);
            await db.SaveChangesAsync();
        });

        (await FindAsync(house)).ShouldHaveSingleItem().Favours.Count.ShouldBe(before.Favours.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_case_about_a_mark_that_was_told_leaves_it_until_it_is_decided(bool isUpheld)
    {
        await using var house = await House.OpenAsync();
        await FavoursAsync(house);
        var found = (await FindAsync(house)).Single();
        var favour = found.Favours[0];
        var before = await house.MarkAsync(favour.AttemptId, favour.LearnerId);
        before.ShouldNotBeNull();

        (await ReviewAsync(house, found.Name, favour.AttemptId)).Refusal.ShouldBeNull();

        (await house.MarkAsync(favour.AttemptId, favour.LearnerId)).ShouldBe(before);
        (await house.WorkAsync(favour.AttemptId)).State.ShouldBe(WorkState.Decided);
        var open = await house.Academy.RunAsync<AcademyDb, Case>(db => db.Set<Case>().SingleAsync());
        (open.AttemptId, open.OpenedBy, open.Question).ShouldBe((favour.AttemptId, Trainer, "J'ai tout relu."));

        var decided = await house.Academy.RunAsync<DecideCase, Outcome>(d => d.RunAsync(open.Id, Trainer, isUpheld, "J'ai entendu tout le monde.", default));
        decided.Refusal.ShouldBeNull();
        (await house.MarkAsync(favour.AttemptId, favour.LearnerId)).ShouldBe(isUpheld ? 0 : before);
        var work = await house.WorkAsync(favour.AttemptId);
        (work.State, work.Revision).ShouldBe((WorkState.Decided, isUpheld ? 1 : 0));
        (await house.Academy.RunAsync<AcademyDb, int>(db => db.Set<MarkChange>().CountAsync(c => c.AttemptId == favour.AttemptId))).ShouldBe(isUpheld ? 2 : 1);
    }

    /// <summary>Thirty learners of whom everybody evaluates the next few honestly; the first three make each other presents.</summary>
    private static async Task<Guid[]> FavoursAsync(House house)
    {
        Guid[] people = [.. Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7())];
        await house.Academy.RunAsync<AcademyDb>(async db =>
        {
            for (var learner = 0; learner < people.Length; learner++)
            {
                foreach (var step in (int[])[5, 9, 14])
                    Add(house, db, people[learner], (people[(learner + step) % people.Length], 74 + (learner * step % 7)), (people[(learner + step + 7) % people.Length], 76 + (learner * step % 5)));
            }

            await db.SaveChangesAsync();
        });
        for (var round = 0; round < 3; round++)
            for (var i = 0; i < 3; i++) await FavourAsync(house, people[i], people[(i + 1) % 3]);
        return people[..3];
    }

    private static Task FavourAsync(House house, Guid from, Guid to) => house.Academy.RunAsync<AcademyDb>(async db =>
    {
        Add(house, db, to, (from, 100), (Guid.CreateVersion7(), 60));
        await db.SaveChangesAsync();
    });

    /// <summary>A work that is evaluated and decided.</summary>
    private static Work Add(House house, AcademyDb db, Guid learner, params (Guid Id, int Percent)[] evaluators)
    {
        var now = house.Now;
        var id = Guid.CreateVersion7(now);
        var attempt = new AttemptInfo(id, learner, [learner], "hello", house.Release.Id, AttemptState.Working, now, null, null, null);
        var work = new Work(attempt, new GradingInfo(Guid.CreateVersion7(now), id, new string('a', 40), true, Verdict.Passed, 100, now), evaluators.Length, now);
        foreach (var (evaluatorId, percent) in evaluators)
        {
            work.Hold();
            var evaluation = new Evaluation(id, evaluatorId, EvaluationKind.Live, now, now, now, now);
            evaluation.Finish(percent, EvaluationFlag.Ok, now);
            db.Add(evaluation);
        }

        work.Decide(new Dictionary<Guid, int> { [learner] = 90 });
        db.Add(work);
        db.Add(new MarkChange(id, learner, 0, null, 90, new MarkCause(MarkCauseKind.Evaluations), now));
        return work;
    }

    private static async Task GiveAsync(House house, Guid attemptId, Guid evaluatorId, int readable)
    {
        var defence = await house.OpenDefenceAsync(attemptId, evaluatorId: evaluatorId);
        (await house.HandInAsync(defence, Defences.Filled(1, readable))).Refusal.ShouldBeNull();
    }

    private static async Task<MarkView> ReadAsync(House house, Guid attemptId, Guid readerId, bool oversees) =>
        (await house.Academy.RunAsync<MarkReader, MarkView?>(r => r.FindAsync(attemptId, readerId, oversees, default))).ShouldNotBeNull();

    private static Task<IReadOnlyList<FoundCircle>> FindAsync(House house, Guid? readerId = null) =>
        house.Academy.RunAsync<FindCircles, IReadOnlyList<FoundCircle>>(f => f.RunAsync(readerId ?? Trainer, default));

    private static Task<Outcome> ReviewAsync(House house, string circle, Guid? attemptId, string reason = "J'ai tout relu.") =>
        house.Academy.RunAsync<ReviewCircle, Outcome>(r => r.RunAsync(circle, attemptId, reason, Trainer, default));
}
