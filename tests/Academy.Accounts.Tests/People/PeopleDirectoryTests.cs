using Academy.Accounts.Admin;
using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
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

        var person = found.ShouldHaveSingleItem().Value;
        person.ShouldBe(new Person(user.Id, "Léa Martin", "LM", "en", "Europe/Paris") { Languages = person.Languages, Since = user.CreatedAt });
        person.Languages.ShouldBe(["en"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Knows_what_people_speak_and_with_whom_they_live(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var (user, household) = (await academy.UserAsync(language: "en"), Guid.CreateVersion7(academy.Clock.GetUtcNow()));
        await academy.RunAsync<AcademyDb>(async db =>
        {
            db.Update(user);
            user.Speak(["fr", "es", "en"]);
            user.LiveIn(household);
            await db.SaveChangesAsync();
        });

        var found = await academy.RunAsync<IPeople, IReadOnlyDictionary<Guid, Person>>(people => people.FindAsync([user.Id], CancellationToken.None));

        found[user.Id].Languages.ShouldBe(["en", "es", "fr"]);
        found[user.Id].Household.ShouldBe(household);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Still_knows_the_name_of_somebody_whose_account_is_closed(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();
        (await FindAsync()).IsOpen.ShouldBeTrue();

        await academy.RunAsync<LockAccount>(use => use.RunAsync(user.Id, Guid.Empty, CancellationToken.None));

        (await FindAsync()).ShouldSatisfyAllConditions(p => p.IsOpen.ShouldBeFalse(), p => p.Name.ShouldBe("Léa Martin"));

        async Task<Person> FindAsync() =>
            (await academy.RunAsync<IPeople, IReadOnlyDictionary<Guid, Person>>(people => people.FindAsync([user.Id], CancellationToken.None)))[user.Id];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_learners_by_any_part_of_their_name_and_never_by_their_address(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var (ines, lea) = (await academy.UserAsync("ines@example.org", "Inès Lefèvre"), await academy.UserAsync("zoe@example.org", "Léa Martin"));
        await academy.UserAsync("yanis@example.org", "Yanis Lefèvre", Role.Mentor);
        var gone = await academy.UserAsync("noe@example.org", "Noé Lefèvre");
        await academy.RunAsync<LockAccount>(use => use.RunAsync(gone.Id, Guid.Empty, CancellationToken.None));

        (await SearchAsync(academy, "lefevre inès")).ShouldBe([ines.Id]);
        (await SearchAsync(academy, "e")).ShouldBe([ines.Id, lea.Id]);
        (await SearchAsync(academy, "")).ShouldBe([ines.Id, lea.Id]);
        (await SearchAsync(academy, "", most: 1)).ShouldBe([ines.Id]);
        (await SearchAsync(academy, "zoe")).ShouldBeEmpty();
        (await SearchAsync(academy, "example")).ShouldBeEmpty();
        (await SearchAsync(academy, "martin zoe")).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Knows_who_helps_and_who_accompanies(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        await academy.UserAsync();
        var mentor = await academy.UserAsync("mentor@example.org", "Yanis", Role.Mentor);
        var trainer = await academy.UserAsync("trainer@example.org", "Claire", Role.Trainer | Role.ProgrammeOfficer);
        var gone = await academy.UserAsync("gone@example.org", "Noé", Role.Mentor | Role.ProgrammeOfficer);
        await academy.RunAsync<LockAccount>(use => use.RunAsync(gone.Id, Guid.Empty, CancellationToken.None));

        (await academy.RunAsync<IPeople, IReadOnlyList<Guid>>(p => p.MentorsAsync(CancellationToken.None))).ShouldBe([mentor.Id, trainer.Id], ignoreOrder: true);
        (await academy.RunAsync<IPeople, IReadOnlyList<Guid>>(p => p.OfficersAsync(CancellationToken.None))).ShouldBe([trainer.Id]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lists_learners_with_open_accounts_that_were_made_until_then(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var lea = await academy.UserAsync();
        await academy.UserAsync("mentor@example.org", "Yanis", Role.Mentor);
        var gone = await academy.UserAsync("gone@example.org", "Noé", Role.Learner);
        await academy.RunAsync<LockAccount>(use => use.RunAsync(gone.Id, Guid.Empty, CancellationToken.None));

        (await UntilAsync(TimeSpan.Zero)).ShouldHaveSingleItem().Key.ShouldBe(lea.Id);
        (await UntilAsync(TimeSpan.FromDays(-1))).ShouldBeEmpty();

        Task<IReadOnlyDictionary<Guid, DateTimeOffset>> UntilAsync(TimeSpan from) =>
            academy.RunAsync<IPeople, IReadOnlyDictionary<Guid, DateTimeOffset>>(p => p.OpenLearnersAsync(academy.Clock.GetUtcNow() + from, CancellationToken.None));
    }

    private static async Task<IEnumerable<Guid>> SearchAsync(TestAcademy academy, string text, int most = 10) =>
        (await academy.RunAsync<IPeople, IReadOnlyList<Person>>(people => people.SearchLearnersAsync(text, most, CancellationToken.None))).Select(p => p.Id);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Signs_in_with_the_right_password_only(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();

        (await SignInAsync(academy, "LEA@example.org", Given.Password)).ShouldNotBeNull().Id.ShouldBe(user.Id);
        (await SignInAsync(academy, "lea@example.org", "something else")).ShouldBeNull();
        (await SignInAsync(academy, "nobody@example.org", Given.Password)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_who_is_meant_by_an_address_a_name_or_its_parts_among_those_who_come_into_question(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var lea = await academy.UserAsync(email: "lea@example.org", name: "Léa Martin");
        var leane = await academy.UserAsync(email: "martine@example.org", name: "Léane Martinez");
        await academy.UserAsync(email: "lea.martin@example.org", name: "Léa Martin-Roy");

        var found = await academy.RunAsync<IPeople, IReadOnlyDictionary<string, IReadOnlyList<Person>>>(people => people.FindByNamesAsync(
            ["LEA@example.org", "lea martin", "martin lea", "ne mar", "Martin Léa lea@example.org", "lea.martin@example.org", "example", "", "%"], [lea.Id, leane.Id], CancellationToken.None));

        found.ToDictionary(f => f.Key, f => string.Join(", ", f.Value.Select(p => p.Name))).ShouldBe(
            new Dictionary<string, string>
            {
                ["LEA@example.org"] = "Léa Martin",
                ["lea martin"] = "Léa Martin",
                ["martin lea"] = "Léa Martin, Léane Martinez",
                ["ne mar"] = "Léane Martinez",
                ["Martin Léa lea@example.org"] = "Léa Martin",
                ["lea.martin@example.org"] = "",
                ["example"] = "",
                [""] = "",
                ["%"] = "",
            },
            ignoreOrder: true);
    }

    private static Task<Person?> SignInAsync(TestAcademy academy, string email, string password) =>
        academy.RunAsync<IPeople, Person?>(people => people.SignInAsync(email, password, CancellationToken.None));
}
