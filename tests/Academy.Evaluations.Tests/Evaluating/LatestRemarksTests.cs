using Academy.Contracts.Evaluations;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Reading;
using Academy.Kernel.Data;
using Academy.Testing;

namespace Academy.Evaluations.Tests.Evaluating;

public sealed class LatestRemarksTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_learner_reads_the_newest_words_and_only_those_said_to_them(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 2);
        var (learner, attempt) = await house.HandedInAsync();
        var other = await house.PersonAsync("Inès Garnier");

        // A draft is nobody's business yet, and of a calibration nobody may learn.
        var draft = await house.OpenDefenceAsync(attempt);
        await house.SaveAsync(draft, Defences.Filled(1, 2) with { Remark = "Brouillon." }, 1);
        var calibration = await house.OpenDefenceAsync(attempt, EvaluationKind.Calibration);
        (await house.HandInAsync(calibration, Defences.Filled(1, 2) with { Remark = "Étalon." })).Refusal.ShouldBeNull();
        (await RemarksAsync(house, learner)).ShouldBeEmpty();

        (await house.HandInAsync(draft, Defences.Filled(1, 5) with { Remark = "Premier." }, 2)).Refusal.ShouldBeNull();
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await house.OpenDefenceAsync(attempt);
        (await house.HandInAsync(second, Defences.Filled(1, 5) with { Remark = "Second." })).Refusal.ShouldBeNull();

        (await RemarksAsync(house, learner)).Select(r => r.Remark).ShouldBe(["Second.", "Premier."]);
        (await RemarksAsync(house, learner, most: 1)).ShouldHaveSingleItem().AttemptId.ShouldBe(attempt);
        (await RemarksAsync(house, other)).ShouldBeEmpty();
        (await RemarksAsync(house, second.EvaluatorId)).ShouldBeEmpty();
        (await house.Academy.RunAsync<IEvaluations, int>(e => e.GivenAsync(second.EvaluatorId, default))).ShouldBe(1);
        (await house.Academy.RunAsync<IEvaluations, int>(e => e.GivenAsync(learner, default))).ShouldBe(0);
    }

    [Theory]
    [InlineData("Bravo.", "Bravo.")]
    [InlineData("  Bravo.  ", "Bravo.")]
    public void Short_words_are_shown_whole(string remark, string shown) => Of(remark).Beginning.ShouldBe(shown);

    [Fact]
    public void Long_ones_end_between_two_words()
    {
        var shown = Of(string.Concat(Enumerable.Repeat("soigneusement ", 40))).Beginning;

        shown.ShouldEndWith("soigneusement…");
        shown.Length.ShouldBeInRange(200, 281);
        Of(new string('x', 500)).Beginning.Length.ShouldBe(281);
    }

    private static RemarkView Of(string remark) => new(Guid.Empty, Guid.Empty, Contracts.Text.Of("Bonjour"), remark, DateTimeOffset.UnixEpoch);

    private static Task<IReadOnlyList<RemarkView>> RemarksAsync(House house, Guid learner, int most = 5) =>
        house.Academy.RunAsync<LatestRemarks, IReadOnlyList<RemarkView>>(r => r.ForAsync(learner, most, default));
}
