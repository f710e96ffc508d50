using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;

namespace Academy.Evaluations.Slots;

/// <summary>Those who have been through it themselves, and mentors.</summary>
internal sealed class WhoMayEvaluate(IEnrolment enrolment, ICurriculum curriculum, IPeople people)
{
    public async Task<bool> AnythingAsync(Guid personId, CancellationToken ct) =>
        (await ValidatedAsync(personId, ct)).Count > 0 || await IsMentorAsync(personId, ct);

    public async Task<bool> IsMentorAsync(Guid personId, CancellationToken ct) => (await people.MentorsAsync(ct)).Contains(personId);

    /// <summary>Slugs of the evaluated projects that somebody has validated.</summary>
    public async Task<IReadOnlySet<string>> ValidatedAsync(Guid personId, CancellationToken ct) =>
        (await enrolment.ForLearnerAsync(personId, ct))
            .Where(a => a.ValidatedAt is not null && IsEvaluated(a.ProjectSlug))
            .Select(a => a.ProjectSlug)
            .ToHashSet();

    private bool IsEvaluated(string slug) => curriculum.Current?.Projects.GetValueOrDefault(slug)?.Evaluation is not null;
}
