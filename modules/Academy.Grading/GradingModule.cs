using Academy.Contracts.Grading;
using Academy.Contracts.Repositories;
using Academy.Grading.Alerts;
using Academy.Grading.Api;
using Academy.Grading.Components;
using Academy.Grading.Live;
using Academy.Grading.Nightly;
using Academy.Grading.Operating;
using Academy.Grading.Queue;
using Academy.Grading.Reactions;
using Academy.Grading.Regrading;
using Academy.Grading.Running;
using Academy.Grading.Workers;
using Academy.Kernel.Data;
using Academy.Kernel.Menu;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Zones;
using Academy.Sandbox;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Academy.Grading;

/// <summary>Grades what learners push, in sandboxes, and says precisely what it found.</summary>
public sealed class GradingModule : IModule
{
    public string Name => "Grading";

    public IReadOnlyList<Permission> Permissions => Grading.Permissions.All;

    public IReadOnlyList<MenuEntry> Menu => [new("Regrades", "/admin/regrades", "refresh", Grading.Permissions.Regrade, 85, MenuPlace.Manage)];

    public IReadOnlyList<ZonePart> ZoneParts =>
    [
        new(ZoneNames.Attempt, 10, typeof(GradingListViewComponent)),
        new(ZoneNames.Operations, 10, typeof(GradingOperationsViewComponent), Role.Operator),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GradingOptions>().Bind(configuration.GetSection("Grading")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new SandboxHost(
            Sandboxes(configuration, provider.GetRequiredService<IOptions<GradingOptions>>().Value, provider.GetRequiredService<IOptions<DataOptions>>().Value),
            // Not the academy's clock, which a test sets forward: the engine knows the machine's, and neighbours' sandboxes would look old.
            TimeProvider.System,
            provider.GetRequiredService<ILogger<SandboxHost>>()));
        services.AddSingleton<GradingFeed>();
        services.AddSingleton<GradingHealth>();
        services.AddSingleton<Grader>();
        services.AddScoped<GradingQueue>();
        services.AddScoped<FairTurns>();
        services.AddScoped<WaitingTimes>();
        services.AddScoped<GradeSubmission>();
        services.AddScoped<Disclosure>();
        services.AddScoped<GradingReader>();
        services.AddScoped<IGradings>(provider => provider.GetRequiredService<GradingReader>());
        services.AddReaction<CommitPushed, WhenCommitPushed>();
        services.AddScoped<ReadGradings>();
        services.AddScoped<OperateGradings>();
        services.AddScoped<CheckReferences>();
        services.AddScoped<ChooseLearners>();
        services.AddScoped<StartRegrade>();
        services.AddScoped<DecideRegrade>();
        services.AddScoped<RegradeReader>();
        services.AddScoped<WorkerRegister>();
        services.AddScoped<TakeOver>();
        services.AddScoped<WaitReasons>();
        services.AddScoped<RaiseAlert>();
        if (!configuration.GetValue("Grading:InProcess", true)) return;

        services.AddHostedService<GradingWorker>();
        services.AddSingleton<IPushWatcher, PrepareSandbox>();
    }

    private static SandboxHostOptions Sandboxes(IConfiguration configuration, GradingOptions grading, DataOptions data) => new()
    {
        SocketPath = configuration["Docker:Socket"] ?? "/var/run/docker.sock",
        // Two academies on one engine leave each other's containers alone.
        Instance = $"{grading.WorkerName}:{data.Folder()}",
        WarmMemory = grading.WarmMemory,
        Runtime = grading.Runtime == "" ? null : grading.Runtime,
    };

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<GradingRun>(GradingRun.Map);
        model.Entity<TestResult>(TestResult.Map);
        model.Entity<Regrade>(Regrade.Map);
        model.Entity<RegradeItem>(RegradeItem.Map);
        model.Entity<Worker>(Worker.Map);
        model.Entity<OperatorAlert>(OperatorAlert.Map);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        GradingEndpoints.Map(endpoints);
        RegradeEndpoints.Map(endpoints);
        OperatingEndpoints.Map(endpoints);
    }

    public void AddJobs(IQuartzBuilder quartz) => CheckReferencesJob.Schedule(quartz);
}
