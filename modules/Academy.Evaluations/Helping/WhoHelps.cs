using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Helping;

/// <summary>Who is told that a learner is stuck: those who speak the learner's language, and at first only the few with the least to do.</summary>
internal sealed class WhoHelps(AcademyDb db, IPeople people)
{
    public const int AtFirst = 3;

    /// <summary>Nobody is told more often, of however many requests: in each of these stretches of the clock once.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    /// <summary>The same for all that is told of waiting learners in one such stretch.</summary>
    public static string KeyAt(DateTimeOffset now) => $"help/waiting/{now.UtcTicks / Quiet.Ticks}";

    public async Task<IReadOnlyList<Guid>> FirstAsync(Guid learnerId, DateTimeOffset now, CancellationToken ct)
    {
        var helpers = (await ForAsync([learnerId], ct))[learnerId];
        var open = await db.Set<HelpRequest>()
            .Where(r => r.MentorId != null && helpers.Contains(r.MentorId.Value))
            .Where(r => r.State == HelpState.Answered || (r.State == HelpState.Waiting && r.KeptUntil > now))
            .GroupBy(r => r.MentorId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        // Among equals by chance, so that it is not always the same people.
        return [.. helpers.OrderBy(id => open.GetValueOrDefault(id)).ThenBy(_ => Random.Shared.Next()).Take(AtFirst)];
    }

    /// <summary>For each of these learners, mentors and trainers who speak a language of theirs; when nobody does, all.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> ForAsync(IReadOnlyCollection<Guid> learnerIds, CancellationToken ct)
    {
        var mentors = await people.MentorsAsync(ct);
        var persons = await people.FindAsync([.. mentors.Union(learnerIds)], ct);
        return learnerIds.ToDictionary(id => id, id =>
        {
            var others = mentors.Where(m => m != id).ToList();
            var speak = others.Where(m => LanguagesOf(m).Intersect(LanguagesOf(id)).Any()).ToList();
            return (IReadOnlyList<Guid>)(speak.Count > 0 ? speak : others);
        });

        IEnumerable<string> LanguagesOf(Guid id) => persons.GetValueOrDefault(id)?.Languages ?? [];
    }
}
