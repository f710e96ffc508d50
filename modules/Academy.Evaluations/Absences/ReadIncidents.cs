using Academy.Contracts;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Absences;

internal sealed record IncidentView(Incident Incident, Text Project, DateTimeOffset StartsAt, string Against, string? ReportedBy, string? UndoneBy);

/// <summary>What the rules did by themselves, for the staff.</summary>
internal sealed class ReadIncidents(AcademyDb db, ICurriculum curriculum, IPeople people)
{
    public const int PageSize = 50;

    /// <param name="before">Only those before this one; null: from the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<(IReadOnlyList<IncidentView> Items, Guid? Next)> PageAsync(Guid? before, int most, CancellationToken ct)
    {
        var all = db.Set<Incident>().AsNoTracking();
        if (before is { } id) all = all.Where(i => i.Id.CompareTo(id) < 0);

        var found = await all.OrderByDescending(i => i.Id).Take(most + 1).ToListAsync(ct);
        return (await ViewsAsync([.. found.Take(most)], ct), found.Count > most ? found[most - 1].Id : null);
    }

    private async Task<IReadOnlyList<IncidentView>> ViewsAsync(List<Incident> incidents, CancellationToken ct)
    {
        var (attempts, evaluations) = (incidents.Select(i => i.AttemptId).ToList(), incidents.Select(i => i.EvaluationId).ToList());
        var works = await db.Set<Work>().AsNoTracking().Where(w => attempts.Contains(w.AttemptId)).ToDictionaryAsync(w => w.AttemptId, ct);
        var starts = await db.Set<Evaluation>().Where(e => evaluations.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.StartsAt, ct);
        var ids = incidents.SelectMany(i => new[] { i.AgainstId, i.ReportedBy, i.UndoneBy }).OfType<Guid>().Distinct().ToList();
        var names = await people.FindAsync(ids, ct);
        var views = new List<IncidentView>();
        foreach (var incident in incidents)
        {
            views.Add(new IncidentView(
                incident, (await curriculum.ProjectOfAsync(works[incident.AttemptId], ct)).Title, starts[incident.EvaluationId],
                NameOf(incident.AgainstId) ?? "?", NameOf(incident.ReportedBy), NameOf(incident.UndoneBy)));
        }

        return views;

        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known)?.Name : null;
    }
}
