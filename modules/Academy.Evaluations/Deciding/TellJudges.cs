using Academy.Contracts;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Deciding;

/// <summary>Somebody has to decide: those who may, and had no part in it, are told; and those whom it is about are asked for their side.</summary>
internal sealed class TellJudges(AcademyDb db, IPeople people, ICurriculum curriculum)
{
    public async Task SuspectedAsync(Work work, Case opened, DateTimeOffset now, CancellationToken ct)
    {
        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        foreach (var member in work.Members)
        {
            Tell(member.LearnerId, "An evaluator has a suspicion about “{0}”", "Read it and tell your side. It takes nothing away by itself.", title, work, $"case/{opened.Id}", now);
        }

        foreach (var id in await WithoutAPartAsync(await people.TrainersAsync(ct), work, ct))
            Tell(id, "A case has to be decided: “{0}”", "An evaluator suspects cheating. Hear everybody, then decide.", title, work, $"case/{opened.Id}", now);
    }

    public async Task AppealedAsync(Work work, Appeal appeal, DateTimeOffset now, CancellationToken ct)
    {
        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        foreach (var id in await WithoutAPartAsync(await people.MentorsAsync(ct), work, ct))
            Tell(id, "An appeal has to be judged: “{0}”", "You had no part in this mark: take up the whole record, then say why.", title, work, $"appeal-raised/{appeal.Id}", now);
    }

    private void Tell(Guid personId, string title, string body, Text project, Work work, string key, DateTimeOffset now) =>
        db.Publish(new NoticeDue(personId, NoticeKind.Evaluation, title, body, [NoticeArg.Of(project)], $"/marks/{work.AttemptId}", key, now), now);

    private async Task<IEnumerable<Guid>> WithoutAPartAsync(IReadOnlyList<Guid> judges, Work work, CancellationToken ct)
    {
        var evaluators = await db.Set<Evaluation>().Where(e => e.AttemptId == work.AttemptId).Select(e => e.EvaluatorId).ToListAsync(ct);
        var changers = await db.Set<MarkChange>().Where(c => c.AttemptId == work.AttemptId && c.By != null).Select(c => c.By!.Value).ToListAsync(ct);
        return judges.Except(evaluators).Except(changers).Where(id => !work.Has(id));
    }
}
