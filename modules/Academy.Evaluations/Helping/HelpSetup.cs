using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Evaluations.Helping;

/// <summary>What requests for help are made of.</summary>
internal static class HelpSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<AskHelp>();
        services.AddScoped<KeepHelp>();
        services.AddScoped<TalkAboutHelp>();
        services.AddScoped<HelpNotices>();
        services.AddScoped<WhoHelps>();
        services.AddScoped<CallForHelp>();
        services.AddScoped<HelpReader>();
        services.AddScoped<HelpCode>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<HelpRequest>(HelpRequest.Map);
        model.Entity<HelpMessage>(HelpMessage.Map);
    }
}
