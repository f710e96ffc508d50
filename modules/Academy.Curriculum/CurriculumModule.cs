using Academy.Contracts.Curriculum;
using Academy.Curriculum.Api;
using Academy.Curriculum.Releases;
using Academy.Curriculum.RulesGuide;
using Academy.Curriculum.Subjects;
using Academy.Curriculum.Tracks;
using Academy.Kernel.Menu;
using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Curriculum;

/// <summary>What there is to learn: releases of the content, subjects, tracks.</summary>
public sealed class CurriculumModule : IModule
{
    public string Name => "Curriculum";

    public IReadOnlyList<Permission> Permissions => Curriculum.Permissions.All;

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("Track", "/track", "map", Curriculum.Permissions.Read, 10),
        new("Rules", "/rules", "info", Curriculum.Permissions.Read, 70, MenuPlace.Foot),
        new("Content", "/admin/content", "book", Curriculum.Permissions.Check, 80, MenuPlace.Manage),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContentOptions>().Bind(configuration.GetSection("Content")).ValidateOnStart();
        services.AddSingleton<ReleaseFolders>();
        services.AddSingleton<PublishedCurriculum>();
        services.AddSingleton<ICurriculum>(s => s.GetRequiredService<PublishedCurriculum>());
        services.AddScoped<PublishContent>();
        services.AddScoped<FollowRelease>();
        services.AddScoped<ListReleases>();
        services.AddScoped<ShowTrack>();
        services.AddScoped<ShowProject>();
        services.AddSingleton<SubjectCache>();
        services.AddScoped<ReadSubject>();
        services.AddScoped<ReadRulesGuide>();
        services.AddHostedService<WatchContent>();
        // With several tracks each has an address of its own. Added last: the host's own set-up of pages begins anew.
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.AddPageRoute("/Tracks/Track", "tracks/{slug}"));
    }

    public void BuildModel(ModelBuilder model) => model.Entity<FrozenRelease>(FrozenRelease.Map);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CurriculumEndpoints.Map(endpoints);
        SubjectFileEndpoint.Map(endpoints);
    }

    public async Task StartAsync(IServiceProvider services, CancellationToken ct)
    {
        var check = await services.GetRequiredService<PublishContent>().RunAsync(ct);
        // Broken content never stops the site: it goes on with the last good release, or without one.
        if (check.Errors.Count > 0) await services.GetRequiredService<FollowRelease>().RunAsync(ct);
    }
}
