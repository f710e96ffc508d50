using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Helping;

/// <summary>A mentor takes a request while they prepare an answer, or lets it go.</summary>
internal sealed class KeepHelp(AcademyDb db, ICurriculum curriculum, TimeProvider clock)
{
    public Task<Outcome> TakeAsync(Guid requestId, Guid mentorId, CancellationToken ct) =>
        ChangeAsync(requestId, request => request.Take(mentorId, curriculum.HelpLock(), clock.GetUtcNow()), ct);

    public Task<Outcome> LetGoAsync(Guid requestId, Guid mentorId, CancellationToken ct) =>
        ChangeAsync(requestId, request => request.LetGo(mentorId, clock.GetUtcNow()), ct);

    private async Task<Outcome> ChangeAsync(Guid requestId, Func<HelpRequest, Outcome> change, CancellationToken ct)
    {
        if (await db.Set<HelpRequest>().SingleOrDefaultAsync(r => r.Id == requestId, ct) is not { } request) return HelpRefusals.UnknownRequest;

        var outcome = change(request);
        // Two mentors may reach for the same request.
        return outcome.IsRefused ? outcome : await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}

internal static class HelpRules
{
    /// <summary>How long a request is kept for the mentor who took it.</summary>
    public static TimeSpan HelpLock(this ICurriculum curriculum) =>
        TimeSpan.FromMinutes((curriculum.Current?.Rules.Evaluation ?? EvaluationRules.Default).HelpLockMinutes);
}
