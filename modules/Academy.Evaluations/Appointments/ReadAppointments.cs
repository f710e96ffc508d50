using Academy.Contracts;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Appointments;

/// <summary>Somebody's appointments, from both sides. Who the other is comes from here alone, and only once it was revealed.</summary>
internal sealed class ReadAppointments(AcademyDb db, ICurriculum curriculum, IPeople people, TimeProvider clock)
{
    private const int MostPast = 30;

    /// <summary>What is ahead or under way, the nearest first.</summary>
    public async Task<IReadOnlyList<AppointmentView>> AheadAsync(Guid personId, CancellationToken ct)
    {
        var ahead = await Of(personId)
            .Where(e => e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
            .OrderBy(e => e.StartsAt)
            .ToListAsync(ct);
        return await ViewsAsync(personId, ahead, ct);
    }

    /// <summary>What is over, the newest first.</summary>
    public async Task<IReadOnlyList<AppointmentView>> OverAsync(Guid personId, CancellationToken ct)
    {
        var over = await Of(personId)
            .Where(e => e.State != EvaluationState.Booked && e.State != EvaluationState.UnderWay)
            .OrderByDescending(e => e.StartsAt)
            .Take(MostPast)
            .ToListAsync(ct);
        return await ViewsAsync(personId, over, ct);
    }

    /// <summary>Everything that a calendar should know: from a month ago on.</summary>
    public async Task<IReadOnlyList<(Evaluation Evaluation, bool IsEvaluator, Text Project)>> ForCalendarAsync(Guid personId, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-31);
        var evaluations = await Of(personId)
            .Where(e => e.StartsAt > since && (e.Kind == EvaluationKind.Live || e.Kind == EvaluationKind.Third))
            .OrderBy(e => e.StartsAt)
            .ToListAsync(ct);
        var works = await WorksAsync(evaluations, ct);
        var entries = new List<(Evaluation, bool, Text)>();
        foreach (var evaluation in evaluations)
        {
            var work = works[evaluation.AttemptId];
            entries.Add((evaluation, evaluation.EvaluatorId == personId, (await curriculum.ProjectOfAsync(work, ct)).Title));
        }

        return entries;
    }

    private IQueryable<Evaluation> Of(Guid personId) => db.Set<Evaluation>().AsNoTracking()
        .Where(e => e.EvaluatorId == personId || (e.Kind != EvaluationKind.Calibration && db.Set<WorkMember>().Any(m => m.AttemptId == e.AttemptId && m.LearnerId == personId)));

    private async Task<Dictionary<Guid, Work>> WorksAsync(IEnumerable<Evaluation> evaluations, CancellationToken ct)
    {
        var ids = evaluations.Select(e => e.AttemptId).Distinct().ToList();
        return await db.Set<Work>().AsNoTracking().Include(w => w.Members).Where(w => ids.Contains(w.AttemptId)).ToDictionaryAsync(w => w.AttemptId, ct);
    }

    private async Task<IReadOnlyList<AppointmentView>> ViewsAsync(Guid personId, List<Evaluation> evaluations, CancellationToken ct)
    {
        if (evaluations.Count == 0) return [];

        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers());
        var works = await WorksAsync(evaluations, ct);
        var revealed = evaluations.Where(e => e.IsRevealed).ToList();
        var names = revealed.Count == 0
            ? new Dictionary<Guid, Person>()
            : await people.FindAsync(
                [.. revealed.SelectMany(e => works[e.AttemptId].Members.Select(m => m.LearnerId).Append(e.EvaluatorId)).Distinct()], ct);

        var views = new List<AppointmentView>();
        foreach (var e in evaluations)
        {
            var work = works[e.AttemptId];
            var isEvaluator = e.EvaluatorId == personId;
            IEnumerable<Guid> others = isEvaluator ? work.Members.Select(m => m.LearnerId) : [e.EvaluatorId];
            views.Add(new AppointmentView(
                e.Id, isEvaluator, (await curriculum.ProjectOfAsync(work, ct)).Title, e.ShownKind, e.State, e.StartsAt, e.EndsAt, e.IsRevealed,
                e.StartsAt.AddMinutes(-rules.Appointments.RevealMinutes))
            {
                Others = e.IsRevealed ? [.. others.Select(id => names.GetValueOrDefault(id)?.Name).OfType<string>()] : [],
                Room = e.IsRevealed && e.IsAhead && e.IsAppointment ? rules.Room.Replace("{room}", e.RoomName, StringComparison.Ordinal) : null,
                MayCancel = e.IsAhead && (e.StartsAt > now || (isEvaluator && !e.IsAppointment)) && (isEvaluator || work.CaptainId == personId),
                IsLate = e.IsAppointment && e.StartsAt - now < TimeSpan.FromMinutes(rules.Appointments.LateCancelMinutes),
                MayReport = e.IsAhead && e.IsAppointment && now >= e.MeetsAt?.AddMinutes(rules.Appointments.NoShowMinutes) && now <= e.EndsAt,
            });
        }

        return views;
    }
}

/// <param name="IsEvaluator">Whether the reader evaluates; otherwise it is their work.</param>
/// <param name="RevealsAt">From when on both sides see who the other is.</param>
internal sealed record AppointmentView(
    Guid Id, bool IsEvaluator, Text Project, EvaluationKind Kind, EvaluationState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    bool IsRevealed, DateTimeOffset RevealsAt)
{
    /// <summary>The names of the other side; empty until the reveal.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Address of the video room; null until the reveal, and once it is over.</summary>
    public string? Room { get; init; }

    public bool MayCancel { get; init; }

    /// <summary>Cancelling now loses the point.</summary>
    public bool IsLate { get; init; }

    /// <summary>The other's absence may be told now.</summary>
    public bool MayReport { get; init; }
}
