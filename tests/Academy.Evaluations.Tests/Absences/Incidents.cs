using Academy.Evaluations.Absences;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Tests.Absences;

/// <summary>What people and jobs do about missed appointments.</summary>
internal static class Incidents
{
    public static Task<Guid> IncidentAsync(this House house) => house.Academy.RunAsync<AcademyDb, Guid>(db => db.Set<Incident>().Select(i => i.Id).SingleAsync());

    public static async Task<Outcome> ReportAsync(this House house, Guid id, Guid who)
    {
        await house.RevealAsync(id);
        return await house.Academy.RunAsync<ReportAbsence, Outcome>(r => r.RunAsync(id, who, CancellationToken.None));
    }

    public static Task<Outcome> UndoAsync(this House house, Guid id, Guid who) =>
        house.Academy.RunAsync<UndoIncident, Outcome>(u => u.RunAsync(id, who, CancellationToken.None));

    public static Task ReplaceAsync(this House house) => house.Academy.RunAsync<ReplaceSilent>(r => r.RunAsync(CancellationToken.None));
}
