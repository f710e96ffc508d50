using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Repositories.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Elsewhere;

/// <summary>Says where the learner's own repository is; an empty address takes the link away.</summary>
internal sealed class LinkElsewhere(AcademyDb db, IOptions<RepositoryOptions> options)
{
    public async Task<Outcome> RunAsync(Guid attemptId, Guid ownerId, string? url, CancellationToken ct)
    {
        var repository = await db.Set<Repository>().SingleOrDefaultAsync(r => r.AttemptId == attemptId && r.OwnerId == ownerId, ct);
        if (repository is null) return Refusals.UnknownRepository;

        if (string.IsNullOrWhiteSpace(url))
        {
            repository.Link(null);
        }
        else
        {
            var address = ElsewhereAddress.Parse(url, options.Value.AllowPrivateAddresses);
            if (address.IsRefused) return address.Refusal!;
            repository.Link(address.Value!.Url.AbsoluteUri);
        }

        return await db.SaveOrRefuseAsync(Refusals.JustMoved, ct);
    }
}
