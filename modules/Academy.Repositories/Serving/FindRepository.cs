using System.Security.Claims;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Repositories.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Repositories.Serving;

/// <summary>The repository at an address, if this person may read or push there.</summary>
internal sealed class FindRepository(AcademyDb db, IEnrolment enrolment)
{
    public async Task<Outcome<Repository>> RunAsync(string owner, string name, ClaimsPrincipal user, bool toPush, CancellationToken ct)
    {
        var repository = await db.Set<Repository>().AsNoTracking().SingleOrDefaultAsync(r => r.Owner == owner && r.Name == name, ct);
        if (repository is null || await enrolment.FindAsync(repository.AttemptId, ct) is not { } attempt || !user.MayRead(attempt))
            return Refusals.UnknownRepository;
        if (toPush && !attempt.Has(user.Id())) return Refusals.OnlyOwnerPushes;
        if (!user.HasScope(toPush ? Scopes.GitWrite : Scopes.GitRead)) return Refusals.ScopeMissing.With(toPush ? Scopes.GitWrite : Scopes.GitRead);
        return repository;
    }
}
