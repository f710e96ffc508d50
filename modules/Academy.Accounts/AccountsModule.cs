using Academy.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Accounts;

public sealed class AccountsModule : IModule
{
    public string Name => "Accounts";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
