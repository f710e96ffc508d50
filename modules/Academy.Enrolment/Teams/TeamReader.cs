using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Teams;

/// <summary>Reads teams, invitations, and who could be invited.</summary>
internal sealed class TeamReader(AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, IPeople people, TimeProvider clock)
{
    private const int Searched = 40;
    private const int Shown = 10;

    /// <summary>The team as this person sees it; null: it is none of theirs, or no team.</summary>
    /// <param name="seesAll">A trainer.</param>
    public async Task<TeamView?> FindAsync(Guid attemptId, Guid reader, bool seesAll, CancellationToken ct)
    {
        var attempt = await db.Set<Attempt>().AsNoTracking().Include(a => a.Members).SingleOrDefaultAsync(a => a.Id == attemptId, ct);
        if (attempt is null || !(seesAll || attempt.Members.Any(m => m.LearnerId == reader && m.State != MemberState.Left))) return null;

        var project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
        if (project.Team is null) return null;

        var names = await people.FindAsync([.. attempt.Members.Select(m => m.LearnerId)], ct);
        return new TeamView(
            attempt.Id, project, attempt.State, attempt.LearnerId, attempt.IsTeamOpen,
            [
                .. attempt.Members.Where(m => m.State != MemberState.Left)
                    .OrderBy(m => m.LearnerId != attempt.LearnerId).ThenBy(m => m.State != MemberState.Confirmed)
                    .ThenBy(m => m.ChangedAt).ThenBy(m => m.LearnerId)
                    .Select(m => new TeamMate(names.GetValueOrDefault(m.LearnerId) ?? Nobody(m.LearnerId), m.State, m.ChangedAt)),
            ],
            attempt.Has(reader, MemberState.Invited) ? TeamRole.Invited
                : attempt.LearnerId == reader ? TeamRole.Captain
                : attempt.Has(reader, MemberState.Confirmed) ? TeamRole.Member : TeamRole.None);
    }

    /// <summary>No account is known by this id: the place is taken all the same, until the captain withdraws it.</summary>
    private static Person Nobody(Guid id) => new(id, "?", "?", Languages.Default, LocalTime.DefaultZone);

    /// <summary>Invitations that wait for this learner's answer, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(Guid learnerId, CancellationToken ct)
    {
        var attempts = await db.Set<Attempt>().AsNoTracking()
            .Where(a => (a.State == AttemptState.Gathering || a.State == AttemptState.Working)
                && a.Members.Any(m => m.LearnerId == learnerId && m.State == MemberState.Invited))
            .OrderByDescending(a => a.StartedAt)
            .Select(a => new { a.Id, a.LearnerId, a.ProjectSlug, a.ReleaseId })
            .ToListAsync(ct);
        if (attempts.Count == 0) return [];

        var names = await people.FindAsync([.. attempts.Select(a => a.LearnerId)], ct);
        var invitations = new List<Invitation>();
        foreach (var attempt in attempts)
        {
            var project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
            invitations.Add(new Invitation(attempt.Id, project, names.GetValueOrDefault(attempt.LearnerId)?.Name ?? "?"));
        }

        return invitations;
    }

    /// <summary>Learners with this name who could begin the project now; names only, never an address.</summary>
    public async Task<IReadOnlyList<Person>> CandidatesAsync(TeamView team, string text, CancellationToken ct)
    {
        var found = new List<Person>();
        var now = clock.GetUtcNow();
        foreach (var person in await people.SearchLearnersAsync(text, Searched, ct))
        {
            if (found.Count == Shown) break;
            if (team.Mates.Any(m => m.Person.Id == person.Id)) continue;

            var standing = await enrolment.StandingAsync(person.Id, ct);
            if (standing.GetValueOrDefault(team.Project.Slug)?.MayBegin(now) == true) found.Add(person);
        }

        return found;
    }
}

/// <param name="AttemptId">The attempt.</param>
/// <param name="Project">What it works on.</param>
/// <param name="State">How far it is.</param>
/// <param name="CaptainId">Who invites.</param>
/// <param name="IsOpen">It may still change.</param>
/// <param name="Mates">The captain first; then who confirmed, then who is invited.</param>
/// <param name="Role">Who the reader is here.</param>
internal sealed record TeamView(
    Guid AttemptId, Project Project, AttemptState State, Guid CaptainId, bool IsOpen, IReadOnlyList<TeamMate> Mates, TeamRole Role)
{
    public TeamSize Size => Project.Team!;

    public int Confirmed => Mates.Count(m => m.State == MemberState.Confirmed);

    public bool IsFull => Mates.Count >= Size.Max;

    public bool IsTooSmall => Confirmed < Size.Min;
}

internal sealed record TeamMate(Person Person, MemberState State, DateTimeOffset Since);

internal enum TeamRole
{
    None,
    Invited,
    Member,
    Captain,
}

/// <param name="AttemptId">The team's.</param>
/// <param name="Project">What for.</param>
/// <param name="Captain">Name of who invites.</param>
internal sealed record Invitation(Guid AttemptId, Project Project, string Captain);
