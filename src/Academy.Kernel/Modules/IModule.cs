using Academy.Kernel.Menu;
using Academy.Kernel.Permissions;
using Academy.Kernel.Zones;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Kernel.Modules;

/// <summary>A module's front door: everything that the host has to know of it.</summary>
public interface IModule
{
    /// <summary>Short name: prefix of its tables, name of its assembly after "Academy.".</summary>
    string Name { get; }

    /// <summary>Registers use cases, reactions and options.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Contributes entities. Table names get the module's name as prefix by themselves.</summary>
    void BuildModel(ModelBuilder model)
    {
    }

    /// <summary>Maps what is not a Razor Page: the API, protocols.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }

    /// <summary>Schedules jobs.</summary>
    void AddJobs(IQuartzBuilder quartz)
    {
    }

    /// <summary>What people may be allowed to do here, and which roles are.</summary>
    IReadOnlyList<Permission> Permissions => [];

    /// <summary>Entries of the main menu.</summary>
    IReadOnlyList<MenuEntry> Menu => [];

    /// <summary>What this module shows on pages of others.</summary>
    IReadOnlyList<ZonePart> ZoneParts => [];

    /// <summary>Runs once at start, after the database is ready and before the first request; quick and repeatable.</summary>
    Task StartAsync(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}
