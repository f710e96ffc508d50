using Academy.Contracts.Repositories;
using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Academy.Kernel.Zones;
using Academy.Repositories.Archiving;
using Academy.Repositories.Browsing;
using Academy.Repositories.Components;
using Academy.Repositories.Elsewhere;
using Academy.Repositories.Hosting;
using Academy.Repositories.Jobs;
using Academy.Repositories.Pushing;
using Academy.Repositories.Serving;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Repositories;

/// <summary>The Git repositories of attempts: hosting, pushing, browsing.</summary>
public sealed class RepositoriesModule : IModule
{
    public string Name => "Repositories";

    public IReadOnlyList<Permission> Permissions => Repositories.Permissions.All;

    public IReadOnlyList<ZonePart> ZoneParts => [new(ZoneNames.AttemptAside, 10, typeof(CloneViewComponent))];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RepositoryOptions>().Bind(configuration.GetSection("Repositories"))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RepositoryStore>();
        services.AddScoped<IRepositories, RepositoryDirectory>();
        services.AddScoped<MakeRepository>();
        services.AddScoped<TidyRepositories>();
        services.AddScoped<RecordPush>();
        services.AddScoped<CatchUpPushes>();
        services.AddScoped<FindRepository>();
        services.AddSingleton<SendFetch>();
        services.AddSingleton<PushRules>();
        services.AddScoped<RemoteWords>();
        services.AddScoped<TakeInPush>();
        services.AddScoped<ReceivePush>();
        services.AddScoped<LinkElsewhere>();
        services.AddScoped<HandInElsewhere>();
        services.AddScoped<FetchElsewhere>();
        services.AddScoped<MirrorNext>();
        services.AddSingleton<MirrorSignal>();
        services.AddHostedService<MirrorWorker>();
        services.AddScoped<OpenRepository>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Repository>(Repository.Map);
        model.Entity<PendingPush>(PendingPush.Map);
        model.Entity<Mirroring>(Mirroring.Map);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        GitEndpoints.Map(endpoints);
        ZipArchiveEndpoint.Map(endpoints);
    }

    public void AddJobs(IQuartzBuilder quartz)
    {
        CatchUpJob.Schedule(quartz);
        TidyJob.Schedule(quartz);
    }

    public async Task StartAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<PushRules>().InstallAsync(ct);
        await services.GetRequiredService<CatchUpPushes>().RunAsync(ct);
    }
}
