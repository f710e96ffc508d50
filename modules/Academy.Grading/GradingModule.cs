using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading;

public sealed class GradingModule : IModule
{
    public string Name => "Grading";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
