using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Repositories;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Registering;

/// <summary>
/// Begins a project: an attempt pinned to the current release, and its repository; a team comes together first. Asking again
/// gives the same attempt.
/// </summary>
internal sealed class RegisterForProject(
    AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, IRepositories repositories, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(Guid learnerId, string slug, CancellationToken ct)
    {
        if (curriculum.Current is not { } release || !release.Projects.TryGetValue(slug, out var project))
            return Refusals.UnknownProject;

        var standing = (await enrolment.StandingAsync(learnerId, ct))[slug];
        if (standing.State == ProjectState.Locked)
            return Refusals.ProjectLocked.With(string.Join(", ", standing.MissingProjects.Select(p => release.Projects[p].Title)));

        if (standing.OpensAt is { } opensAt && opensAt > clock.GetUtcNow()) return Refusals.NotYetAgain.With(opensAt);

        var attempt = await FindOrBeginAsync(learnerId, project, release.Id, ct);
        if (attempt.IsRefused) return attempt.Refusal!;

        // After the attempt is saved: when the process dies here, asking again makes the repository.
        var begun = attempt.Value!;
        if (begun.State == AttemptState.Gathering) return begun.Id;

        if (begun.ReleaseId != release.Id) project = (await curriculum.GetAsync(begun.ReleaseId, ct)).Projects[slug];
        await repositories.EnsureAsync(begun.Id, learnerId, slug, project.TemplateFolder, ct);
        return begun.Id;
    }

    private async Task<Outcome<Attempt>> FindOrBeginAsync(Guid learnerId, Project project, string releaseId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var existing = await CurrentAsync(learnerId, project.Slug, ct);
        if (existing is not null && !(existing.State == AttemptState.Working && existing.DeadlineAt <= now)) return existing;

        // Nobody ends an exam whose time has run out but whoever begins it anew.
        existing?.End(AttemptState.Failed, existing.DeadlineAt!.Value);
        var attempt = project.Team is null
            ? new Attempt(learnerId, project.Slug, releaseId, now, project.ExamTime)
            : Attempt.Gather(learnerId, project.Slug, releaseId, now);
        db.Add(attempt);
        if (attempt.State == AttemptState.Working) db.Publish(new AttemptStarted(attempt.Id, learnerId, project.Slug, releaseId, now), now);
        var saved = await db.SaveOrRefuseAsync(Refusals.JustRegistered, ct);
        if (!saved.IsRefused) return attempt;

        // The same press, sent twice, has begun it.
        db.ChangeTracker.Clear();
        return await CurrentAsync(learnerId, project.Slug, ct) is { } begun ? begun : saved.Refusal!;
    }

    private Task<Attempt?> CurrentAsync(Guid learnerId, string slug, CancellationToken ct) => db.Set<Attempt>().Include(a => a.Members)
        .SingleOrDefaultAsync(a => a.ProjectSlug == slug && a.Members.Any(m => m.LearnerId == learnerId && m.IsCurrent), ct);
}
