using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Testing;

namespace Academy.Accounts.Tests.People;

public sealed class PeopleDirectoryTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Knows_people_by_their_ids_and_leaves_the_unknown_out(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync(language: "en");

        var found = await academy.RunAsync<IPeople, IReadOnlyDictionary<Guid, Person>>(
            people => people.FindAsync([user.Id, Guid.Empty], CancellationToken.None));

        found.ShouldHaveSingleItem().Value.ShouldBe(new Person(user.Id, "Léa Martin", "LM", "en", "Europe/Paris"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Signs_in_with_the_right_password_only(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();

        (await SignInAsync(academy, "LEA@example.org", Given.Password)).ShouldNotBeNull().Id.ShouldBe(user.Id);
        (await SignInAsync(academy, "lea@example.org", "something else")).ShouldBeNull();
        (await SignInAsync(academy, "nobody@example.org", Given.Password)).ShouldBeNull();
    }

    private static Task<Person?> SignInAsync(TestAcademy academy, string email, string password) =>
        academy.RunAsync<IPeople, Person?>(people => people.SignInAsync(email, password, CancellationToken.None));
}
