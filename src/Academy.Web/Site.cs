using Academy.Kernel;
using Academy.Kernel.Modules;
using Academy.Kernel.Web;
using Academy.Web.Startup;
using Microsoft.Extensions.Options;

namespace Academy.Web;

/// <summary>The whole site; tests start it the same way.</summary>
public static class Site
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Services.Configure<DemoOptions>(builder.Configuration.GetSection("Demo"));
        adjust?.Invoke(builder);

        var modules = Modules.All();
        builder.Services.AddAcademy(builder.Configuration, modules);
        builder.Services.AddAcademyWeb(builder.Configuration, modules);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        var app = builder.Build();
        app.UseAcademyPipeline();
        foreach (var module in modules) module.MapEndpoints(app);
        return app;
    }

    public static async Task RunAsync(WebApplication app)
    {
        Loopback.Require(app);
        await app.Services.StartAcademyAsync(CancellationToken.None);
        await app.StartAsync();
        Greeting.Print(app);
        await app.WaitForShutdownAsync();
    }
}
