using Academy.Accounts.People;
using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Mail;

/// <summary>Sends what other modules have to say to a person. A closed account gets no mail.</summary>
internal sealed class WhenLetterDue(AcademyDb db, Letters letters, Postbox postbox) : IReaction<LetterDue>
{
    public async Task RunAsync(LetterDue happened, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == happened.PersonId && u.LockedAt == null, ct);
        if (user is not null) await postbox.SendAsync(letters.Of(user, happened), ct);
    }
}
