using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using static Academy.Evaluations.Tests.Evaluating.Defences;

namespace Academy.Evaluations.Tests.Evaluating;

public sealed class SheetTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_typed_is_kept_and_what_arrives_twice_or_late_is_not_kept_again(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var defence = await house.OpenDefenceAsync((await house.HandedInAsync()).AttemptId);

        (await house.SaveAsync(defence, Filled(1, null), 1)).Refusal.ShouldBeNull();
        (await house.SaveAsync(defence, Filled(1, 4), 2)).Refusal.ShouldBeNull();
        (await house.SaveAsync(defence, Filled(1, 4), 2)).Refusal.ShouldBeNull();
        (await house.SaveAsync(defence, Filled(0, 0), 1)).Refusal!.Code.ShouldBe("older-draft");

        var kept = (await SheetAsync(house, defence.Id)).Read();
        (kept.Answers["runs"].Value, kept.Answers["readable"]).ShouldBe((1, new Answer(4, "Les noms aident.")));
    }

    [Fact]
    public async Task Nobody_else_writes_into_it_and_nobody_before_the_names_are_shown()
    {
        await using var house = await House.OpenAsync();
        var (learner, attempt) = await house.HandedInAsync();
        var hidden = await house.OpenDefenceAsync(attempt, isRevealed: false);

        (await house.SaveAsync(hidden, Filled(1, 4), 1)).Refusal!.Code.ShouldBe("too-early");
        (await house.SaveAsync((hidden.Id, learner), Filled(1, 4), 1)).Refusal!.Code.ShouldBe("unknown-evaluation");
        (await house.SaveAsync((Guid.CreateVersion7(), learner), Filled(1, 4), 1)).Refusal!.Code.ShouldBe("unknown-evaluation");
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(1, 6)]
    [InlineData(-1, 4)]
    public async Task An_answer_that_the_rubric_does_not_know_is_refused(int runs, int readable)
    {
        await using var house = await House.OpenAsync();
        var defence = await house.OpenDefenceAsync((await house.HandedInAsync()).AttemptId);

        (await house.SaveAsync(defence, Filled(runs, readable), 1)).Refusal!.Code.ShouldBe("no-such-answer");
    }

    [Fact]
    public async Task What_the_rubric_does_not_ask_is_not_kept()
    {
        await using var house = await House.OpenAsync();
        var defence = await house.OpenDefenceAsync((await house.HandedInAsync()).AttemptId);
        var more = Filled(1, 4) with { Answers = new Dictionary<string, Answer> { ["autre"] = new(1, new string('x', 900)) } };

        (await house.SaveAsync(defence, more, 1)).Refusal.ShouldBeNull();

        (await SheetAsync(house, defence.Id)).Read().Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_handed_in_whole_and_with_a_word_to_the_person_and_kept_until_then()
    {
        await using var house = await House.OpenAsync();
        var defence = await house.OpenDefenceAsync((await house.HandedInAsync()).AttemptId);

        var refusal = (await house.HandInAsync(defence, Filled(1, null), 1)).Refusal!;
        refusal.Code.ShouldBe("unanswered");
        string.Concat(refusal.Args).ShouldContain("C'est lisible\u00a0?");
        (await house.HandInAsync(defence, Filled(1, 3) with { Remark = " " }, 2)).Refusal!.Code.ShouldBe("remark-missing");

        (await SheetAsync(house, defence.Id)).Read().Answers["readable"].Value.ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Handed_in_ten_times_at_once_it_counts_once(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (learner, attempt) = await house.HandedInAsync();
        var defence = await house.OpenDefenceAsync(attempt);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => house.HandInAsync(defence, Filled(1, 4))));

        outcomes.ShouldContain(o => !o.IsRefused);
        outcomes.Where(o => o.IsRefused).ShouldAllBe(o => o.Refusal!.Code == "just-changed");
        (await house.HandInAsync(defence, Filled(0, 0), 2)).Refusal.ShouldBeNull();
        (await house.MarkAsync(attempt, learner)).ShouldBe(96);
        (await house.Academy.RunAsync<AcademyDb, int>(db => db.Set<Deciding.MarkChange>().CountAsync())).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Handed_in_while_the_last_words_are_still_being_saved_it_counts(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        for (var times = 0; times < 5; times++)
        {
            var (learner, attempt) = await house.HandedInAsync();
            var defence = await house.OpenDefenceAsync(attempt);

            var draft = house.SaveAsync(defence, Filled(1, 4) with { Remark = "Bra" }, 1);
            var handedIn = await house.HandInAsync(defence, Filled(1, 4), 2);
            await draft;

            handedIn.Refusal.ShouldBeNull();
            (await house.MarkAsync(attempt, learner)).ShouldBe(96);
        }
    }

    private static Task<EvaluationSheet> SheetAsync(House house, Guid id) =>
        house.Academy.RunAsync<AcademyDb, EvaluationSheet>(db => db.Set<EvaluationSheet>().SingleAsync(s => s.EvaluationId == id));
}
