using System.Collections.Concurrent;
using Academy.Contracts.Curriculum;
using Academy.Grading.Alerts;
using Academy.Grading.Nightly;
using Academy.Kernel.Data;
using Academy.Testing;
using Academy.Worker;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Academy.Grading.Tests.Nightly;

/// <summary>The nightly check on two machines, which share PostgreSQL and the Quartz cluster.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private readonly string _content = Directory.CreateTempSubdirectory("academy-content-").FullName;
    private readonly ConcurrentDictionary<IHost, ConcurrentBag<string>> _told = new();
    private TestAcademy _academy = null!;

    public async Task InitializeAsync()
    {
        TestPaths.Copy(TestPaths.SmallContent, _content);
        _academy = await TestAcademy.CreateAsync(DatabaseProvider.PostgreSql, ("Content:Directory", _content));
        await _academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(new OperatorAlert(AlertKind.ReferenceFailed, "hello", "yesterday", _academy.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync()
    {
        await _academy.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    [Fact]
    public async Task A_machine_that_has_started_knows_what_is_to_be_checked()
    {
        using var worker = await StartAsync("worker");

        worker.Services.GetRequiredService<ICurriculum>().Current.ShouldNotBeNull();

        await StopAsync(worker);
    }

    [Fact]
    public async Task Of_two_machines_one_checks_and_only_once()
    {
        using var one = await StartAsync("one");
        using var two = await StartAsync("two");

        await NightComesAsync();

        await Until.TrueAsync(async () => Checks(one) + Checks(two) > 0 && await UnderWayAsync() == 0, "the check");
        (Checks(one) + Checks(two)).ShouldBe(1);
        (await OpenAlertsAsync()).ShouldBe(0);
        await StopAsync(one, two);
    }

    [Fact]
    public async Task When_the_one_that_checks_is_killed_the_other_does_it_all_and_once()
    {
        // Slow enough to be killed in the middle.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_content, "projects", "hello", "solution"), "*.sh", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(file, "sleep 1.5\n" + await File.ReadAllTextAsync(file));
        await using var victim = WorkerProcess.Start(Settings("victim"));
        await Until.TrueAsync(async () => await SignedInAsync() == 1, "the first machine");
        await NightComesAsync();
        await Until.TrueAsync(async () => await UnderWayAsync() == 1, "the check on the first machine");
        using var survivor = await StartAsync("survivor");

        await victim.KillAsync();
        (await OpenAlertsAsync()).ShouldBe(1);

        await Until.TrueAsync(async () => Checks(survivor) > 0 && await UnderWayAsync() == 0, "the check on the other machine");
        Checks(survivor).ShouldBe(1);
        (await OpenAlertsAsync()).ShouldBe(0);
        await StopAsync(survivor);
    }

    private string[] Settings(string worker) =>
    [
        $"--Data:Directory={_academy.Folder}",
        $"--Content:Directory={_content}",
        "--Database:Provider=PostgreSql",
        $"--Database:ConnectionString={_academy.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString}",
        $"--Grading:Worker={worker}",
    ];

    private async Task<IHost> StartAsync(string worker)
    {
        var host = GradingHost.Build(Settings(worker));
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(new Notes(_told.GetOrAdd(host, _ => [])));
        await host.StartAsync();
        return host;
    }

    private int Checks(IHost host) => _told[host].Count(said => said.StartsWith("Checked the reference solutions", StringComparison.Ordinal));

    private static async Task StopAsync(params IHost[] hosts)
    {
        foreach (var host in hosts) await host.StopAsync();
    }

    /// <summary>What the clock does at 02:40.</summary>
    private async Task NightComesAsync()
    {
        var scheduler = await _academy.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.ScheduleJob(TriggerBuilder.Create().ForJob(CheckReferencesJob.Key).StartNow().Build());
    }

    private Task<int> SignedInAsync() => _academy.RunAsync<AcademyDb, int>(db => db.Set<Workers.Worker>().CountAsync());

    private Task<int> UnderWayAsync() => _academy.RunAsync<AcademyDb, int>(db => db.Database
        .SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM qrtz_fired_triggers WHERE job_name = 'check-references' AND state = 'EXECUTING'").SingleAsync());

    private Task<int> OpenAlertsAsync() => _academy.RunAsync<AcademyDb, int>(db => db.Set<OperatorAlert>().CountAsync(a => a.ClearedAt == null));

    private sealed class Notes(ConcurrentBag<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
