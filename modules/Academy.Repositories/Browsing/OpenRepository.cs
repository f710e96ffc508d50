using System.Security.Claims;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Repositories.Browsing;

/// <summary>Opens the repository of an attempt for somebody who may read it.</summary>
internal sealed class OpenRepository(
    AcademyDb db, RepositoryStore store, IEnrolment enrolment, ICurriculum curriculum, IPeople people)
{
    /// <summary>Null when there is none, or when it is no business of the reader's.</summary>
    public async Task<OpenedRepository?> RunAsync(Guid attemptId, ClaimsPrincipal reader, CancellationToken ct)
    {
        var row = await db.Set<Repository>().AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == attemptId, ct);
        if (row is null || await enrolment.FindAsync(attemptId, ct) is not { } attempt || !reader.MayRead(attempt)) return null;

        var isMine = attempt.Has(reader.Id());
        var learner = isMine ? null : (await people.FindAsync([row.OwnerId], ct)).GetValueOrDefault(row.OwnerId);
        return new OpenedRepository(row, store.Of(attemptId), await TitleAsync(row, attempt, ct), isMine, learner?.Name ?? "");
    }

    private async Task<string> TitleAsync(Repository row, AttemptInfo attempt, CancellationToken ct)
    {
        var release = await curriculum.GetAsync(attempt.ReleaseId, ct);
        return release.Projects.TryGetValue(attempt.ProjectSlug, out var project) ? project.Title.ToString() : row.Name;
    }
}

/// <param name="Row">What the database knows.</param>
/// <param name="Bare">What is on the disk.</param>
/// <param name="Title">Of the project, in the reader's language.</param>
/// <param name="IsMine">The reader is the learner.</param>
/// <param name="LearnerName">Whose it is; empty when it is the reader's.</param>
internal sealed record OpenedRepository(Repository Row, BareRepository Bare, string Title, bool IsMine, string LearnerName)
{
    public string Root => $"/attempts/{Row.AttemptId}";
}
