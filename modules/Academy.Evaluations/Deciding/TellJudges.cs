using Academy.Contracts;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;

namespace Academy.Evaluations.Deciding;

/// <summary>Somebody has to decide: those who may, and had no part in it, are told; and those whom it is about are asked for their side.</summary>
internal sealed class TellJudges(AcademyDb db, IPeople people, ICurriculum curriculum)
{
    public async Task SuspectedAsync(Work work, Case opened, DateTimeOffset now, CancellationToken ct)
    {
        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        AskForTheirSide(work, opened, "An evaluator has a suspicion about “{0}”", title, now);
        foreach (var id in (await people.TrainersAsync(ct)).Except(await db.WithAPartAsync(work, ct)))
            Tell(id, "A case has to be decided: “{0}”", "An evaluator suspects cheating. Hear everybody, then decide.", title, work, $"case/{opened.Id}", now);
    }

    public async Task AskedAsync(Work work, Case opened, DateTimeOffset now, CancellationToken ct) =>
        AskForTheirSide(work, opened, "A trainer has a question about “{0}”", (await curriculum.ProjectOfAsync(work, ct)).Title, now);

    public async Task AppealedAsync(Work work, Appeal appeal, DateTimeOffset now, CancellationToken ct)
    {
        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        foreach (var id in (await people.MentorsAsync(ct)).Except(await db.WithAPartInItsMarkAsync(work, ct)))
            Tell(id, "An appeal has to be judged: “{0}”", "You had no part in this mark: take up the whole record, then say why.", title, work, $"appeal-raised/{appeal.Id}", now);
    }

    private void Tell(Guid personId, string title, string body, Text project, Work work, string key, DateTimeOffset now) =>
        db.Publish(new NoticeDue(personId, NoticeKind.Evaluation, title, body, [NoticeArg.Of(project)], $"/marks/{work.AttemptId}", key, now), now);

    private void AskForTheirSide(Work work, Case opened, string title, Text project, DateTimeOffset now)
    {
        foreach (var member in work.Members)
            Tell(member.LearnerId, title, "Read it and tell your side. It takes nothing away by itself.", project, work, $"case/{opened.Id}", now);
    }
}
