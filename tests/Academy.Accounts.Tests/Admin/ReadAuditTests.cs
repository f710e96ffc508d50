using Academy.Accounts.Admin;
using Academy.Accounts.Audit;
using Academy.Kernel.Data;
using Academy.Testing;

namespace Academy.Accounts.Tests.Admin;

public sealed class ReadAuditTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Filters_by_kind_person_and_time_newest_first(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var lea = await academy.UserAsync();
        var boss = await academy.UserAsync("boss@example.org", "Alex Roussel");
        var start = academy.Clock.GetUtcNow();
        await NoteAsync(academy, SecurityEventKind.SignedIn, lea.Id, null);
        academy.Clock.Advance(TimeSpan.FromDays(1));
        await NoteAsync(academy, SecurityEventKind.RolesChanged, lea.Id, boss.Id);
        academy.Clock.Advance(TimeSpan.FromDays(1));
        await NoteAsync(academy, SecurityEventKind.SignedIn, boss.Id, null);

        (await KindsAsync(academy, new AuditFilter(null, null, null, null))).ShouldBe(
            [SecurityEventKind.SignedIn, SecurityEventKind.RolesChanged, SecurityEventKind.SignedIn]);
        (await KindsAsync(academy, new AuditFilter(SecurityEventKind.SignedIn, null, null, null))).Count().ShouldBe(2);
        (await KindsAsync(academy, new AuditFilter(null, "léa", null, null))).Count().ShouldBe(2);
        (await KindsAsync(academy, new AuditFilter(null, "alex", null, null))).Count().ShouldBe(2);
        (await KindsAsync(academy, new AuditFilter(null, "nobody", null, null))).ShouldBeEmpty();
        (await KindsAsync(academy, new AuditFilter(null, null, start.AddHours(1), start.AddHours(30)))).ShouldBe([SecurityEventKind.RolesChanged]);
        var row = (await RowsAsync(academy, new AuditFilter(SecurityEventKind.RolesChanged, null, null, null))).ShouldHaveSingleItem();
        (row.Person, row.Actor).ShouldBe(("Léa Martin", "Alex Roussel"));
    }

    private static async Task<IEnumerable<SecurityEventKind>> KindsAsync(TestAcademy academy, AuditFilter filter) =>
        (await RowsAsync(academy, filter)).Select(r => r.Event.Kind);

    private static async Task<IReadOnlyList<AuditRow>> RowsAsync(TestAcademy academy, AuditFilter filter) =>
        (await academy.RunAsync<ReadAudit, Paged<AuditRow>>(read => read.RunAsync(filter, 1, CancellationToken.None))).Items;

    private static Task NoteAsync(TestAcademy academy, SecurityEventKind kind, Guid user, Guid? actor) =>
        academy.SaveAsync(new SecurityEvent(kind, user, actor, "", "127.0.0.1", academy.Clock.GetUtcNow()));
}
