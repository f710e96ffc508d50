using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Accompanying;

/// <summary>How learners go along, for those who accompany them.</summary>
internal sealed class ReadLearners(AcademyDb db, IPeople people, ICurriculum curriculum, TimeProvider clock)
{
    public const int Most = 100;

    public async Task<IReadOnlyList<LearnerLine>> SearchAsync(string text, CancellationToken ct) =>
        await LinesAsync(await people.SearchLearnersAsync(text, Most, ct), ct);

    public async Task<LearnerLine?> FindAsync(Guid learnerId, CancellationToken ct) =>
        await people.FindOpenLearnerAsync(learnerId, ct) is { } person ? (await LinesAsync([person], ct))[0] : null;

    private async Task<IReadOnlyList<LearnerLine>> LinesAsync(IReadOnlyList<Person> learners, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ids = learners.Select(l => l.Id).ToList();
        var paces = await db.Set<LearnerPace>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var pauses = (await db.Set<Freeze>().AsNoTracking()
                .Where(f => ids.Contains(f.LearnerId) && !f.IsSettled).ToListAsync(ct))
            .ToDictionary(f => f.LearnerId);
        var referents = await people.FindAsync([.. paces.Values.Select(p => p.ReferentId).OfType<Guid>().Distinct()], ct);
        var rules = curriculum.Current?.Rules.Pace;
        return
        [
            .. learners.Select(learner =>
            {
                var pace = paces.GetValueOrDefault(learner.Id) ?? LearnerPace.Awaited(learner.Id, learner.Since);
                var pause = pauses.GetValueOrDefault(learner.Id);
                return new LearnerLine(
                    learner,
                    pace.ReferentId is { } id ? referents.GetValueOrDefault(id) : null,
                    pace.HasBegun ? pace.LastSignAt : null,
                    pace.WeeklyHours ?? rules?.WeeklyHours ?? 0,
                    pause?.Time.Covers(now) == true ? pause.Time : null,
                    rules is not null && pace.IsSilent(now, rules.SilenceDays, pause));
            }),
        ];
    }
}

/// <param name="Learner">Who.</param>
/// <param name="Referent">Who accompanies; null: all programme officers are told.</param>
/// <param name="LastSignAt">Null: none yet.</param>
/// <param name="WeeklyHours">Chosen, or the academy's number.</param>
/// <param name="Pause">Today's; null: none.</param>
/// <param name="IsSilent">No sign for long, and no pause.</param>
internal sealed record LearnerLine(
    Person Learner, Person? Referent, DateTimeOffset? LastSignAt, int WeeklyHours, FrozenTime? Pause, bool IsSilent);
