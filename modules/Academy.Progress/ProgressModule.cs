using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Progress;

public sealed class ProgressModule : IModule
{
    public string Name => "Progress";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
