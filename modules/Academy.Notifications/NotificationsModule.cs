using Academy.Contracts.Notifications;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Zones;
using Academy.Notifications.Api;
using Academy.Notifications.Choices;
using Academy.Notifications.Components;
using Academy.Notifications.Jobs;
using Academy.Notifications.Notices;
using Academy.Notifications.Reactions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Notifications;

/// <summary>Tells people what concerns them, in the site and by e-mail, and other sites what happened.</summary>
public sealed class NotificationsModule : IModule
{
    public string Name => "Notifications";

    public IReadOnlyList<Permission> Permissions => Notifications.Permissions.All;

    public IReadOnlyList<ZonePart> ZoneParts => [new(ZoneNames.Topbar, 10, typeof(BellViewComponent))];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ReadNotices>();
        services.AddScoped<MarkRead>();
        services.AddScoped<ChooseNotices>();
        services.AddScoped<TidyNotices>();
        services.AddReaction<NoticeDue, WhenNoticeDue>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Notice>(Notice.Map);
        model.Entity<NoticeChoice>(NoticeChoice.Map);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => NoticeEndpoints.Map(endpoints);

    public void AddJobs(IQuartzBuilder quartz) => TidyJob.Schedule(quartz);
}
