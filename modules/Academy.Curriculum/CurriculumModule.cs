using Academy.Contracts.Curriculum;
using Academy.Curriculum.Releases;
using Academy.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Curriculum;

/// <summary>What there is to learn: releases of the content, subjects, tracks.</summary>
public sealed class CurriculumModule : IModule
{
    public string Name => "Curriculum";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContentOptions>().Bind(configuration.GetSection("Content")).ValidateOnStart();
        services.AddSingleton<ReleaseFolders>();
        services.AddSingleton<PublishedCurriculum>();
        services.AddSingleton<ICurriculum>(s => s.GetRequiredService<PublishedCurriculum>());
        services.AddScoped<PublishContent>();
        services.AddScoped<FollowRelease>();
        services.AddHostedService<WatchContent>();
    }

    public void BuildModel(ModelBuilder model) => model.Entity<FrozenRelease>(FrozenRelease.Map);

    public async Task StartAsync(IServiceProvider services, CancellationToken ct)
    {
        var check = await services.GetRequiredService<PublishContent>().RunAsync(ct);
        // Broken content never stops the site: it goes on with the last good release, or without one.
        if (check.Errors.Count > 0) await services.GetRequiredService<FollowRelease>().RunAsync(ct);
    }
}
