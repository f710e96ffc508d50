using Academy.Accounts.Mail;
using Academy.Accounts.People;
using Academy.Contracts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Alerting;

internal sealed record AlertLetterDue(Guid UserId, string Detail) : IEvent
{
    public string Aggregate => $"account/{UserId}";
}

internal sealed class WhenAlertLetterDue(AcademyDb db, Letters letters, Postbox postbox) : IReaction<AlertLetterDue>
{
    public async Task RunAsync(AlertLetterDue happened, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == happened.UserId, ct);
        if (user is not null) await postbox.SendAsync(letters.Alert(user, happened.Detail), ct);
    }
}
