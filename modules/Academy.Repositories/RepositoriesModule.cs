using Academy.Contracts.Repositories;
using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Academy.Repositories.Hosting;
using Academy.Repositories.Pushing;
using Academy.Repositories.Serving;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories;

/// <summary>The Git repositories of attempts: hosting, pushing, browsing.</summary>
public sealed class RepositoriesModule : IModule
{
    public string Name => "Repositories";

    public IReadOnlyList<Permission> Permissions => Repositories.Permissions.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RepositoryOptions>().Bind(configuration.GetSection("Repositories"))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RepositoryStore>();
        services.AddScoped<IRepositories, RepositoryDirectory>();
        services.AddScoped<MakeRepository>();
        services.AddScoped<RecordPush>();
        services.AddScoped<FindRepository>();
        services.AddSingleton<SendFetch>();
        services.AddSingleton<PushRules>();
        services.AddScoped<RemoteWords>();
        services.AddScoped<ReceivePush>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Repository>(Repository.Map);
        model.Entity<PendingPush>(PendingPush.Map);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => GitEndpoints.Map(endpoints);

    public Task StartAsync(IServiceProvider services, CancellationToken ct) => services.GetRequiredService<PushRules>().InstallAsync(ct);
}
