using Academy.Contracts.Repositories;
using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Academy.Repositories.Hosting;
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
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Repository>(Repository.Map);
    }
}
