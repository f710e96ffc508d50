using Academy.Kernel;
using Academy.Kernel.Data;
using Academy.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Academy.Worker;

/// <summary>
/// Grades and runs scheduled jobs beside a Docker engine of its own: the same modules as the site, without a web server. What
/// happened (the outbox) is left to the site.
/// </summary>
public static class GradingHost
{
    public static IHost Build(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // First, so that every other source goes before it: a site on the same machine has the machine's plain name.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [new("Grading:Worker", $"{Environment.MachineName}-worker")],
        });
        // Last: what makes a worker of it, also with the site's own settings file.
        builder.Configuration.AddInMemoryCollection([new("Grading:InProcess", "true"), new("Outbox:Deliver", "false")]);

        var database = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (database.Provider != DatabaseProvider.PostgreSql)
        {
            throw new InvalidOperationException(
                "A worker shares its database with the site, over the network: set Database:Provider to PostgreSql and " +
                "Database:ConnectionString to the site's.");
        }

        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.AddHostedService<WaitForSite>();
        builder.Services.AddAcademy(builder.Configuration, Modules.All());
        return builder.Build();
    }
}
