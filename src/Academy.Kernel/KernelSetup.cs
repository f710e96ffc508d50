using Academy.Kernel.Data;
using Academy.Kernel.Diagnostics;
using Academy.Kernel.Jobs;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Academy.Kernel.Typesetting;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Academy.Kernel;

/// <summary>Everything that modules stand on, and the modules themselves.</summary>
public static class KernelSetup
{
    /// <summary>Registers the kernel and <paramref name="modules"/>, upstream first.</summary>
    public static IServiceCollection AddAcademy(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new AcademyModules(modules));
        services.AddAcademyDatabase(configuration);
        services.AddSingleton<ReactionMap>();
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<SettlePoison>();
        // A worker beside the site leaves the outbox to the site, which learns of new events at once.
        if (configuration.GetValue("Outbox:Deliver", true)) services.AddHostedService<OutboxDispatcher>();
        services.AddAcademyJobs(configuration, modules);
        Telemetry.Add(services, configuration);
        SiteAddress.Add(services, configuration);

        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddAuthorization(options => options.FallbackPolicy = PermissionPolicies.Closed);

        services.AddOptions<TypesetterOptions>().Bind(configuration.GetSection("Typesetter"));
        services.AddSingleton<TypesetterProcess>();
        services.AddSingleton(s => new Typesetter(s.GetRequiredService<TypesetterProcess>()));

        services.AddSingleton<IStringLocalizer, AcademyLocalizer>();
        services.AddSingleton(new TextSource(typeof(KernelSetup).Assembly));
        foreach (var module in modules)
        {
            services.AddSingleton(new TextSource(module.GetType().Assembly));
            module.AddServices(services, configuration);
        }

        return services;
    }

    /// <summary>Prepares the database, then lets each module prepare itself. Called once before the site listens.</summary>
    public static async Task StartAcademyAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await DatabaseSetup.PrepareAsync(scope.ServiceProvider.GetRequiredService<AcademyDb>(), ct);
        foreach (var module in services.GetRequiredService<AcademyModules>().All)
            await module.StartAsync(scope.ServiceProvider, ct);
    }
}
