using System.Security.Claims;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Helping;

/// <summary>Requests for help as people see them.</summary>
internal sealed class HelpReader(AcademyDb db, IEnrolment enrolment, ICurriculum curriculum, IPeople people, TimeProvider clock)
{
    private const int MostShown = 100;
    private const int Measured = 50;

    /// <summary>Below this, a number would say more than is known.</summary>
    private const int Fewest = 5;

    /// <summary>Those who wait for a mentor, the longest wait first.</summary>
    public async Task<HelpQueue> QueueAsync(CancellationToken ct)
    {
        var waiting = await db.Set<HelpRequest>().AsNoTracking()
            .Where(r => r.State == HelpState.Waiting)
            .OrderBy(r => r.WaitingSince).ThenBy(r => r.Id)
            .Take(MostShown)
            .ToListAsync(ct);
        return new HelpQueue(await LinesAsync(waiting, ct), await WaitAsync(ct));
    }

    /// <summary>A learner's own requests, and those of their team, newest first.</summary>
    public async Task<IReadOnlyList<HelpLine>> OfAttemptAsync(Guid attemptId, CancellationToken ct) => await LinesAsync(
        await db.Set<HelpRequest>().AsNoTracking().Where(r => r.AttemptId == attemptId).OrderByDescending(r => r.Id).Take(MostShown).ToListAsync(ct), ct);

    /// <summary>What a mentor has taken or answered and is not solved yet.</summary>
    public async Task<IReadOnlyList<HelpLine>> OfMentorAsync(Guid mentorId, CancellationToken ct) => await LinesAsync(
        await db.Set<HelpRequest>().AsNoTracking()
            .Where(r => r.MentorId == mentorId && r.State == HelpState.Answered)
            .OrderByDescending(r => r.Id).Take(MostShown).ToListAsync(ct), ct);

    /// <summary>Null when there is none, or when it is no business of the reader's.</summary>
    public async Task<HelpThread?> FindAsync(Guid requestId, ClaimsPrincipal reader, CancellationToken ct)
    {
        if (await db.Set<HelpRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, ct) is not { } request) return null;
        if (await enrolment.FindAsync(request.AttemptId, ct) is not { } attempt) return null;
        if (!attempt.Has(reader.Id()) && !reader.Has(Role.Mentor | Role.Trainer)) return null;

        var messages = await db.Set<HelpMessage>().AsNoTracking().Where(m => m.RequestId == requestId).OrderBy(m => m.Id).ToListAsync(ct);
        var names = await NamesAsync(messages.Select(m => m.AuthorId).Append(request.LearnerId).Append(request.MentorId ?? request.LearnerId), ct);
        var project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
        return new HelpThread(
            request, attempt, project, names[request.LearnerId], names[request.MentorId ?? request.LearnerId], request.KeeperAt(clock.GetUtcNow()),
            [.. messages.Select(m => new HelpWords(names[m.AuthorId], m.AuthorId == request.LearnerId, m.Text, m.At))]);
    }

    /// <summary>From the question to the first answer, as the last ones had it; null while too few are known.</summary>
    public async Task<HelpWait?> WaitAsync(CancellationToken ct)
    {
        var answered = await db.Set<HelpRequest>()
            .Where(r => r.FirstAnswerAt != null)
            .OrderByDescending(r => r.FirstAnswerAt)
            .Take(Measured)
            .Select(r => new { r.AskedAt, FirstAnswerAt = r.FirstAnswerAt!.Value })
            .ToListAsync(ct);
        return answered.Count < Fewest ? null : HelpWait.Of(answered.Select(r => r.FirstAnswerAt - r.AskedAt));
    }

    private async Task<IReadOnlyList<HelpLine>> LinesAsync(IReadOnlyList<HelpRequest> requests, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var attempts = await enrolment.FindAsync([.. requests.Select(r => r.AttemptId).Distinct()], ct);
        var names = await NamesAsync(requests.SelectMany(r => new[] { r.LearnerId, r.MentorId ?? r.LearnerId }), ct);
        var lines = new List<HelpLine>();
        foreach (var request in requests)
        {
            var attempt = attempts[request.AttemptId];
            var project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
            var keeper = request.KeeperAt(now);
            lines.Add(new HelpLine(
                request, project, names[request.LearnerId], keeper, keeper is { } id ? names[id] : "", now - request.WaitingSince));
        }

        return lines;
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        Guid[] wanted = [.. ids.Distinct()];
        var found = await people.FindAsync(wanted, ct);
        return wanted.ToDictionary(id => id, id => found.GetValueOrDefault(id)?.Name ?? "?");
    }
}

/// <param name="Half">Half of the learners waited no longer.</param>
/// <param name="MostOfThem">Nine in ten waited no longer.</param>
internal sealed record HelpWait(TimeSpan Half, TimeSpan MostOfThem)
{
    /// <summary>Nearest rank.</summary>
    public static HelpWait Of(IEnumerable<TimeSpan> waits)
    {
        var sorted = waits.Order().ToList();
        return new HelpWait(At(50), At(90));

        TimeSpan At(int percent) => sorted[(int)Math.Ceiling(sorted.Count * percent / 100.0) - 1];
    }
}

/// <param name="Lines">The longest wait first.</param>
/// <param name="Wait">Null while too little is known.</param>
internal sealed record HelpQueue(IReadOnlyList<HelpLine> Lines, HelpWait? Wait);

/// <param name="Request">The request.</param>
/// <param name="Project">What it is about.</param>
/// <param name="LearnerName">Who asked.</param>
/// <param name="KeeperId">The mentor who prepares an answer; null: it is free.</param>
/// <param name="KeeperName">Empty when it is free.</param>
/// <param name="Waits">For so long.</param>
internal sealed record HelpLine(HelpRequest Request, Project Project, string LearnerName, Guid? KeeperId, string KeeperName, TimeSpan Waits);

/// <param name="Request">The request.</param>
/// <param name="Attempt">The work.</param>
/// <param name="Project">What it is about.</param>
/// <param name="LearnerName">Who asked.</param>
/// <param name="MentorName">Who took it last.</param>
/// <param name="KeeperId">The mentor who prepares an answer; null: it is free.</param>
/// <param name="Words">What was written, oldest first.</param>
internal sealed record HelpThread(
    HelpRequest Request, AttemptInfo Attempt, Project Project, string LearnerName, string MentorName, Guid? KeeperId, IReadOnlyList<HelpWords> Words);

/// <param name="AuthorName">Who wrote.</param>
/// <param name="IsLearner">Whether it is the one who asked.</param>
/// <param name="Text">Markdown.</param>
/// <param name="At">When.</param>
internal sealed record HelpWords(string AuthorName, bool IsLearner, string Text, DateTimeOffset At);
