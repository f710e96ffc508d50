using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Helping;

/// <summary>Learner and mentor write to each other until the learner is no longer stuck.</summary>
internal sealed class TalkAboutHelp(AcademyDb db, IEnrolment enrolment, ICurriculum curriculum, HelpNotices notices, TimeProvider clock)
{
    /// <param name="requestId">Which request.</param>
    /// <param name="authorId">The learner who asked, or a mentor.</param>
    /// <param name="isMentor">Whether the author may answer others.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Outcome> WriteAsync(Guid requestId, Guid authorId, bool isMentor, string? text, CancellationToken ct)
    {
        if (await FindAsync(requestId, ct) is not { } request || (request.LearnerId != authorId && !isMentor)) return HelpRefusals.UnknownRequest;
        if (string.IsNullOrWhiteSpace(text)) return HelpRefusals.EmptyMessage;
        if (text.Length > HelpRequest.LongestText) return HelpRefusals.MessageTooLong.With(HelpRequest.LongestText);

        var now = clock.GetUtcNow();
        var isReply = request.LearnerId == authorId;
        var outcome = isReply ? request.Reply(curriculum.HelpLock(), now) : request.Answer(authorId, now);
        if (outcome.IsRefused) return outcome;

        // Whose turn it is depends on what the other writes at this moment.
        db.Entry(request).Property(r => r.Version).IsModified = true;
        var message = new HelpMessage(request.Id, authorId, text.Trim(), now);
        db.Add(message);
        var attempt = (await enrolment.FindAsync(request.AttemptId, ct))!;
        if (!isReply) db.Publish(await notices.AnsweredAsync(request, attempt, message, ct), now);
        else if (request.MentorId is not null) db.Publish(await notices.RepliedAsync(request, attempt, message, ct), now);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    /// <summary>Only whoever asked can say it.</summary>
    public async Task<Outcome> SolveAsync(Guid requestId, Guid learnerId, CancellationToken ct)
    {
        if (await FindAsync(requestId, ct) is not { } request || request.LearnerId != learnerId) return HelpRefusals.UnknownRequest;

        var now = clock.GetUtcNow();
        var outcome = request.Solve(now);
        if (outcome.IsRefused) return outcome;

        var attempt = (await enrolment.FindAsync(request.AttemptId, ct))!;
        if (request.FirstAnswerAt is not null) db.Publish(await notices.SolvedAsync(request, attempt, now, ct), now);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    private Task<HelpRequest?> FindAsync(Guid requestId, CancellationToken ct) =>
        db.Set<HelpRequest>().SingleOrDefaultAsync(r => r.Id == requestId, ct);
}
