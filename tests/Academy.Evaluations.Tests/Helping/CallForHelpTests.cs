using Academy.Evaluations.Helping;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Helping;

/// <summary>Who is told that a learner is stuck, and how often.</summary>
public sealed class CallForHelpTests
{
    private const string Stuck = "A learner is stuck: {0}";
    private const string Several = "{0} learners are waiting for help";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task At_first_the_few_with_the_least_to_do_who_speak_the_language(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        await house.PersonAsync("Only English", Role.Mentor, language: "en");
        var mentors = new List<Guid>();
        for (var i = 0; i < 4; i++) mentors.Add(await house.PersonAsync($"Mentor {i}", Role.Mentor));
        var taken = await AskAsync(house);
        (await house.Academy.RunAsync<KeepHelp, Outcome>(k => k.TakeAsync(taken, mentors[2], CancellationToken.None))).Refusal.ShouldBeNull();
        await house.Academy.DeliverAsync();

        await AskAsync(house);

        (await house.ToldAsync(Stuck)).ShouldBe([mentors[0], mentors[1], mentors[3]], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Then_everybody_once_for_all_who_wait_and_not_again_at_once(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var mentors = new List<Guid>();
        for (var i = 0; i < 4; i++) mentors.Add(await house.PersonAsync($"Mentor {i}", Role.Mentor));
        for (var i = 0; i < 3; i++) await AskAsync(house);
        await house.Academy.DeliverAsync();
        (await NoticesAsync(house)).ShouldBeLessThanOrEqualTo(mentors.Count, "three requests at one moment, and nobody is told twice");
        var before = await NoticesAsync(house);

        await CallAsync(house);
        (await house.ToldAsync(Several)).ShouldBeEmpty("they have only just begun to wait");
        house.Academy.Clock.Advance(WhoHelps.Quiet);
        await CallAsync(house);
        (await house.ToldAsync(Several)).ShouldBe(mentors, ignoreOrder: true);
        await CallAsync(house);
        await house.Academy.DeliverAsync();

        (await NoticesAsync(house)).ShouldBe(before + mentors.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_request_calls_everybody_once_however_long_it_waits(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider);
        var mentor = await house.PersonAsync("Yanis Lefèvre", Role.Mentor);
        await AskAsync(house);
        for (var i = 0; i < 8; i++)
        {
            house.Academy.Clock.Advance(WhoHelps.Quiet);
            await CallAsync(house);
        }

        (await house.ToldAsync("A learner is still waiting for help")).ShouldBe([mentor]);
    }

    [Fact]
    public async Task What_somebody_has_taken_calls_nobody()
    {
        await using var house = await House.OpenAsync();
        var mentor = await house.PersonAsync("Yanis Lefèvre", Role.Mentor);
        var request = await AskAsync(house);
        house.Academy.Clock.Advance(WhoHelps.Quiet);
        (await house.Academy.RunAsync<KeepHelp, Outcome>(k => k.TakeAsync(request, mentor, CancellationToken.None))).Refusal.ShouldBeNull();

        await CallAsync(house);

        (await house.ToldAsync("A learner is still waiting for help")).ShouldBeEmpty();
        house.Academy.Clock.Advance(TimeSpan.FromMinutes(31));
        await CallAsync(house);
        (await house.ToldAsync("A learner is still waiting for help")).ShouldBe([mentor], "it was not answered in time");
    }

    [Fact]
    public async Task When_nobody_speaks_the_language_all_are_told()
    {
        await using var house = await House.OpenAsync();
        var mentor = await house.PersonAsync("Only English", Role.Mentor, language: "en");

        await AskAsync(house);

        (await house.ToldAsync(Stuck)).ShouldBe([mentor]);
    }

    private static async Task<Guid> AskAsync(House house)
    {
        var learner = await house.PersonAsync("Sacha Morel");
        var (attempt, _) = await house.PushedAsync(learner);
        var asked = await house.Academy.RunAsync<AskHelp, Outcome<Guid>>(a => a.RunAsync(attempt, learner, HelpPlace.Nowhere, "Ma boucle ne finit pas.", CancellationToken.None));
        asked.Refusal.ShouldBeNull();
        return asked.Value;
    }

    private static Task CallAsync(House house) => house.Academy.RunAsync<CallForHelp>(c => c.RunAsync(CancellationToken.None));

    /// <summary>All that stand on the pages of people.</summary>
    private static Task<int> NoticesAsync(House house) => house.Academy.RunAsync<AcademyDb, int>(
        db => db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM \"Notifications_Notice\"").SingleAsync());
}
