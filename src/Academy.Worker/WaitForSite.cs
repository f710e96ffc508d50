using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Academy.Worker;

/// <summary>Holds the start back until the site has brought the database to the version of this program: the site alone migrates.</summary>
internal sealed class WaitForSite(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WaitForSite> log) : IHostedService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!await IsReadyAsync(cancellationToken)) await Task.Delay(Between, clock, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var missing = (await scope.ServiceProvider.GetRequiredService<AcademyDb>().Database.GetPendingMigrationsAsync(ct)).ToList();
            if (missing.Count == 0) return true;
            log.LogWarning("The database is not at the version of this worker yet: start the site of the same version. Missing: {Migrations}", missing);
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The database does not answer: {Reason}", e.Message);
        }

        return false;
    }
}
