using Academy.Accounts.Admin;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Admin;

public sealed class ReadPeopleTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_by_words_of_name_and_address_without_accents(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        await academy.UserAsync("ines@example.org", "Inès Lefèvre");
        await academy.UserAsync("yanis@example.org", "Yanis Morel", Role.Mentor | Role.Trainer);

        (await NamesAsync(academy, "lefevre INÈS")).ShouldBe(["Inès Lefèvre"]);
        (await NamesAsync(academy, "yanis@")).ShouldBe(["Yanis Morel"]);
        (await NamesAsync(academy, "%")).ShouldBeEmpty();
        (await NamesAsync(academy, null)).ShouldBe(["Inès Lefèvre", "Yanis Morel"]);
        (await NamesAsync(academy, null, Role.Trainer)).ShouldBe(["Yanis Morel"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Long_lists_come_in_pages(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        for (var i = 0; i < 51; i++) await academy.UserAsync($"p{i:00}@example.org", $"Personne {i:00}");

        (await PageAsync(academy, null, Role.None, 1)).Items.Count.ShouldBe(50);
        var second = await PageAsync(academy, null, Role.None, 2);
        second.Items.ShouldHaveSingleItem().Name.ShouldBe("Personne 50");
        (second.Pages, second.Total).ShouldBe((2, 51));
        // Pages that are not there show the nearest.
        (await PageAsync(academy, null, Role.None, 99)).Page.ShouldBe(2);
        (await PageAsync(academy, null, Role.None, -1)).Page.ShouldBe(1);
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestAcademy academy, string? search, Role role = Role.None) =>
        (await PageAsync(academy, search, role, 1)).Items.Select(p => p.Name);

    private static Task<Paged<PersonRow>> PageAsync(TestAcademy academy, string? search, Role role, int page) =>
        academy.RunAsync<ReadPeople, Paged<PersonRow>>(read => read.RunAsync(search, role, page, CancellationToken.None));
}
