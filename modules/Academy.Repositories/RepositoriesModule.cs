using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories;

public sealed class RepositoriesModule : IModule
{
    public string Name => "Repositories";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
