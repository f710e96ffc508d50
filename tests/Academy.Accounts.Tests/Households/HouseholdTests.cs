using Academy.Accounts.Audit;
using Academy.Accounts.Households;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;

namespace Academy.Accounts.Tests.Households;

public sealed class HouseholdTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_is_linked_lives_together_and_brings_their_housemates(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var people = await PeopleAsync(academy, 5);

        await LinkAsync(academy, people[0], people[1]);
        await LinkAsync(academy, people[2], people[3]);
        (await HouseholdsAsync(academy)).Values.Where(h => h is not null).Distinct().Count().ShouldBe(2);

        await LinkAsync(academy, people[1], people[2]);

        var households = await HouseholdsAsync(academy);
        people[..4].Select(id => households[id]).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        households[people[4]].ShouldBeNull();
        (await academy.AllAsync<SecurityEvent>()).Count(e => e.Kind == SecurityEventKind.HouseholdChanged).ShouldBe(6);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_lives_in_a_household_alone(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var people = await PeopleAsync(academy, 3);
        await LinkAsync(academy, people[0], people[1]);
        await LinkAsync(academy, people[1], people[2]);

        await LeaveAsync(academy, people[0]);
        (await HouseholdsAsync(academy)).Values.Count(h => h is not null).ShouldBe(2);

        await LeaveAsync(academy, people[1]);
        (await HouseholdsAsync(academy)).Values.ShouldAllBe(h => h == null);
    }

    [Fact]
    public async Task Two_different_people_are_needed()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var people = await PeopleAsync(academy, 1);

        (await LinkAsync(academy, people[0], people[0])).Refusal!.Code.ShouldBe("two-people");
        (await LinkAsync(academy, people[0], Guid.Empty)).Refusal!.Code.ShouldBe("no-such-person");
    }

    private static async Task<Guid[]> PeopleAsync(TestAcademy academy, int count)
    {
        var people = new Guid[count];
        for (var i = 0; i < count; i++) people[i] = (await academy.UserAsync($"p{i}@example.org", $"Personne {i}")).Id;
        return people;
    }

    private static Task<Outcome> LinkAsync(TestAcademy academy, Guid one, Guid other) =>
        academy.RunAsync<ChangeHousehold, Outcome>(c => c.LinkAsync(one, other, CancellationToken.None));

    private static Task<Outcome> LeaveAsync(TestAcademy academy, Guid person) =>
        academy.RunAsync<ChangeHousehold, Outcome>(c => c.LeaveAsync(person, CancellationToken.None));

    private static async Task<Dictionary<Guid, Guid?>> HouseholdsAsync(TestAcademy academy) =>
        (await academy.AllAsync<User>()).ToDictionary(u => u.Id, u => u.Household);
}
