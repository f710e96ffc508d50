using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Enrolment;

public sealed class EnrolmentModule : IModule
{
    public string Name => "Enrolment";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
