using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Evaluations;

/// <summary>People look at each other's work: who meets whom and when, and what mark comes of it.</summary>
public sealed class EvaluationsModule : IModule
{
    public string Name => "Evaluations";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
