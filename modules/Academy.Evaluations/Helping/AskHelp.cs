using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;

namespace Academy.Evaluations.Helping;

/// <summary>A learner is stuck, and says where.</summary>
internal sealed class AskHelp(AcademyDb db, IEnrolment enrolment, IRepositories repositories, HelpNotices notices, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid attemptId, Guid learnerId, HelpPlace place, string? question, CancellationToken ct)
    {
        if (await enrolment.FindAsync(attemptId, ct) is not { } attempt || !attempt.Has(learnerId)) return Refusals.UnknownWork;
        if (string.IsNullOrWhiteSpace(question)) return HelpRefusals.SayWhereYouAreStuck;
        if (question.Length > HelpRequest.LongestText) return HelpRefusals.MessageTooLong.With(HelpRequest.LongestText);
        if (!await IsThereAsync(attemptId, place, ct)) return HelpRefusals.NoSuchPlace;

        var now = clock.GetUtcNow();
        var request = new HelpRequest(attemptId, learnerId, place, now);
        db.Add(request);
        db.Add(new HelpMessage(request.Id, learnerId, question.Trim(), now));
        db.Publish(new HelpAsked(learnerId, attemptId, now), now);
        foreach (var notice in await notices.AskedAsync(request, attempt, now, ct)) db.Publish(notice, now);
        var saved = await db.SaveOrRefuseAsync(HelpRefusals.AskedAlready, ct);
        return saved.IsRefused ? saved.Refusal! : request.Id;
    }

    private async Task<bool> IsThereAsync(Guid attemptId, HelpPlace place, CancellationToken ct)
    {
        if (place == HelpPlace.Nowhere) return true;
        if (place is not { Commit: { } commit, Path: { Length: <= HelpRequest.LongestPath } path } || place.Line < 1) return false;

        return await repositories.ReadFileAsync(attemptId, commit, path, 0, ct) is not null;
    }
}
