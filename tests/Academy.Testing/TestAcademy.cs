using Academy.Contracts;
using Academy.Kernel;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Academy.Testing;

/// <summary>
/// All modules with a real database, files in a folder of their own and a clock that the test moves; nothing listens and
/// nothing runs in the background: the test delivers events itself.
/// </summary>
public sealed class TestAcademy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private TestAcademy(WebApplication app, TestDatabase database, TestClock clock, string folder) =>
        (_app, _database, Clock, Folder) = (app, database, clock, folder);

    public TestClock Clock { get; }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="provider">Which database.</param>
    /// <param name="settings">Configuration, for example ("Content:Directory", "…").</param>
    public static Task<TestAcademy> CreateAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, params (string Key, string Value)[] settings) =>
        CreateAsync(provider, _ => { }, settings);

    /// <param name="provider">Which database.</param>
    /// <param name="add">Services of the test's own, such as reactions.</param>
    /// <param name="settings">Configuration.</param>
    public static async Task<TestAcademy> CreateAsync(
        DatabaseProvider provider, Action<IServiceCollection> add, params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var folder = Directory.CreateTempSubdirectory("academy-data-").FullName;
        var clock = new TestClock();
        var app = Site.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Directory"] = folder,
                ["Content:Directory"] = TestPaths.SmallContent,
                ["Database:Provider"] = database.Options.Provider.ToString(),
                ["Database:ConnectionString"] = database.Options.ConnectionString,
            });
            builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
            builder.Services.AddSingleton<TimeProvider>(clock);
            add(builder.Services);
        });
        await app.Services.StartAcademyAsync(CancellationToken.None);
        return new TestAcademy(app, database, clock, folder);
    }

    /// <summary>Runs <paramref name="use"/> in a scope of its own, as a request would.</summary>
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task RunAsync<TService>(Func<TService, Task> use) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Publishes an event as its module would, and delivers all that follows from it.</summary>
    public async Task PublishAsync<TEvent>(TEvent happened) where TEvent : IEvent
    {
        await RunAsync<AcademyDb>(async db =>
        {
            db.Publish(happened, Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        await DeliverAsync();
    }

    /// <summary>Delivers what is due in the outbox, and what that publishes in turn.</summary>
    public async Task DeliverAsync()
    {
        var dispatcher = Services.GetServices<IHostedService>().OfType<OutboxDispatcher>().Single();
        while (await dispatcher.DeliverDueAsync(CancellationToken.None))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
