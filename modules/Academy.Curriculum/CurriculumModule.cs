using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Curriculum;

public sealed class CurriculumModule : IModule
{
    public string Name => "Curriculum";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
