using Academy.Contracts.Accounts;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Academy.Notifications.Notices;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Notifications.Tests;

/// <summary>What the tests begin with.</summary>
internal static class Given
{
    public const string Learner = "apprenant@demo.academy";
    public const string OtherLearner = "apprenante2@demo.academy";
    public const string Operator = "admin@demo.academy";

    public static Task<TestAcademy> AcademyAsync(DatabaseProvider provider, params (string, string)[] settings) =>
        TestAcademy.CreateAsync(provider, [("Demo:Enabled", "true"), .. settings]);

    public static Task<Guid> PersonAsync(this TestAcademy academy, string email = Learner) => PersonAsync(academy.Services, email);

    public static Task<Guid> PersonAsync(this TestSite site, string email = Learner) => PersonAsync(site.Services, email);

    private static async Task<Guid> PersonAsync(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IPeople>().SignInAsync(email, DemoOptions.Password, CancellationToken.None))!.Id;
    }

    public static NoticeDue Notice(Guid person, DateTimeOffset at, string key = "help/1", NoticeKind kind = NoticeKind.Help) => new(
        person, kind, "Your password was changed", "The link works once, until {0}.", [NoticeArg.Of(at)], "/attempts/1", key, at);

    public static Task<List<Notice>> NoticesAsync(this TestAcademy academy) =>
        academy.RunAsync<AcademyDb, List<Notice>>(db => db.Set<Notice>().AsNoTracking().OrderBy(n => n.Id).ToListAsync());

    /// <summary>Mails that were laid down, oldest first.</summary>
    public static IReadOnlyList<string> Mails(this TestAcademy academy)
    {
        var folder = new DirectoryInfo(Path.Combine(academy.Folder, "mail"));
        return folder.Exists ? [.. folder.EnumerateFiles("*.eml").OrderBy(f => f.CreationTimeUtc).Select(f => File.ReadAllText(f.FullName))] : [];
    }
}
