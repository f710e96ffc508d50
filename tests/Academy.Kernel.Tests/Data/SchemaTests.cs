using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Kernel.Tests.Data;

public sealed class SchemaTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_migrations_make_the_schema_that_the_modules_describe(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);

        await academy.RunAsync<AcademyDb>(db =>
        {
            db.Database.HasPendingModelChanges().ShouldBeFalse("./academy migration <Name> is missing");
            return Task.CompletedTask;
        });
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Preparing_a_database_twice_changes_nothing(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);

        await academy.RunAsync<AcademyDb>(db => DatabaseSetup.PrepareAsync(db, CancellationToken.None));

        (await academy.RunAsync<AcademyDb, IEnumerable<string>>(db => db.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
    }
}
