using Academy.Contracts.Evaluations;
using Academy.Contracts.Grading;
using Academy.Contracts.Notifications;
using Academy.Contracts.Progress;
using Academy.Kernel.Menu;
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
using Academy.Notifications.Webhooks;
using Microsoft.AspNetCore.DataProtection;
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

    public IReadOnlyList<MenuEntry> Menu => [new("Webhooks", "/admin/webhooks", "link", Notifications.Permissions.ReadWebhooks, 90, MenuPlace.Manage)];

    public IReadOnlyList<ZonePart> ZoneParts => [new(ZoneNames.Topbar, 10, typeof(BellViewComponent))];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ReadNotices>();
        services.AddScoped<MarkRead>();
        services.AddScoped<ChooseNotices>();
        services.AddScoped<TidyNotices>();
        services.AddReaction<NoticeDue, WhenNoticeDue>();

        services.AddOptions<NotificationsOptions>().Bind(configuration.GetSection("Notifications"));
        services.AddDataProtection();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookSignal>();
        services.AddScoped<RecordEvent>();
        services.AddScoped<SendNext>();
        services.AddScoped<ManageWebhooks>();
        services.AddScoped<ReadWebhooks>();
        // A worker has neither the outbox nor the site's keys.
        if (configuration.GetValue("Outbox:Deliver", true)) services.AddHostedService<WebhookSender>();
        services.AddReaction<GradingFinished, WhenGradingFinished>();
        services.AddReaction<EvaluationCompleted, WhenEvaluationCompleted>();
        services.AddReaction<ProjectValidated, WhenProjectValidated>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Notice>(Notice.Map);
        model.Entity<NoticeChoice>(NoticeChoice.Map);
        model.Entity<Webhook>(Webhook.Map);
        model.Entity<WebhookDelivery>(WebhookDelivery.Map);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        NoticeEndpoints.Map(endpoints);
        WebhookEndpoints.Map(endpoints);
    }

    public void AddJobs(IQuartzBuilder quartz) => TidyJob.Schedule(quartz);
}
