using Academy.Accounts.Mail;
using Academy.Accounts.People;
using Academy.Contracts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Passkeys;

internal sealed record PasskeyAdded(Guid UserId, string Name) : IEvent
{
    public string Aggregate => $"account/{UserId}";
}

/// <summary>Tells the owner: somebody who found an unlocked computer could have added it.</summary>
internal sealed class WhenPasskeyAdded(AcademyDb db, Letters letters, Postbox postbox) : IReaction<PasskeyAdded>
{
    public async Task RunAsync(PasskeyAdded happened, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == happened.UserId, ct);
        if (user is not null) await postbox.SendAsync(letters.PasskeyAdded(user, happened.Name), ct);
    }
}
