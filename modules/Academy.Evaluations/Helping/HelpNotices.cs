using Academy.Contracts;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Notifications;

namespace Academy.Evaluations.Helping;

/// <summary>What both sides are told about a request for help.</summary>
internal sealed class HelpNotices(ICurriculum curriculum, IPeople people, WhoHelps who)
{
    public async Task<IReadOnlyList<NoticeDue>> AskedAsync(HelpRequest request, AttemptInfo attempt, DateTimeOffset now, CancellationToken ct)
    {
        var title = await TitleAsync(attempt, ct);
        return
        [
            .. (await who.FirstAsync(request.LearnerId, now, ct)).Select(id => new NoticeDue(
                id, NoticeKind.Help, "A learner is stuck: {0}", null, [NoticeArg.Of(title)], Link(request), WhoHelps.KeyAt(now), now)),
        ];
    }

    public async Task<NoticeDue> AnsweredAsync(HelpRequest request, AttemptInfo attempt, HelpMessage message, CancellationToken ct) => new(
        request.LearnerId, NoticeKind.Help, "{0} has answered you: {1}", "Read the answer, and say whether you are no longer stuck.",
        [NoticeArg.Of(await NameAsync(message.AuthorId, ct)), NoticeArg.Of(await TitleAsync(attempt, ct))],
        Link(request), $"help/{request.Id}/{message.Id}", message.At);

    public async Task<NoticeDue> RepliedAsync(HelpRequest request, AttemptInfo attempt, HelpMessage message, CancellationToken ct) => new(
        request.MentorId!.Value, NoticeKind.Help, "{0} has written to you again: {1}", null,
        [NoticeArg.Of(await NameAsync(message.AuthorId, ct)), NoticeArg.Of(await TitleAsync(attempt, ct))],
        Link(request), $"help/{request.Id}/{message.Id}", message.At);

    public async Task<NoticeDue> SolvedAsync(HelpRequest request, AttemptInfo attempt, DateTimeOffset now, CancellationToken ct) => new(
        request.MentorId!.Value, NoticeKind.Help, "{0} is no longer stuck: {1}", "Thank you for your help.",
        [NoticeArg.Of(await NameAsync(request.LearnerId, ct)), NoticeArg.Of(await TitleAsync(attempt, ct))],
        Link(request), $"help/{request.Id}/solved", now);

    private static string Link(HelpRequest request) => $"/help/{request.Id}";

    private async Task<Text> TitleAsync(AttemptInfo attempt, CancellationToken ct) =>
        (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug].Title;

    private async Task<string> NameAsync(Guid personId, CancellationToken ct) =>
        (await people.FindAsync([personId], ct)).GetValueOrDefault(personId)?.Name ?? "?";
}
