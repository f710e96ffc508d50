using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Audit;

/// <summary>Notes security events, in the same save as the change that they tell of.</summary>
internal sealed class AuditTrail(AcademyDb db, TimeProvider clock, IHttpContextAccessor requests)
{
    /// <param name="kind">What happened.</param>
    /// <param name="userId">To whose account.</param>
    /// <param name="detail">See <see cref="SecurityEvent.Detail"/>; no secrets.</param>
    public void Note(SecurityEventKind kind, Guid? userId, string detail = "")
    {
        var request = requests.HttpContext;
        Guid? actor = request?.User.Identity?.IsAuthenticated == true ? request.User.Id() : null;
        db.Add(new SecurityEvent(
            kind, userId, actor == userId ? null : actor, detail, request?.Connection.RemoteIpAddress?.ToString(), clock.GetUtcNow()));
    }

    /// <summary>Whether the last event of this kind is less than <paramref name="patience"/> ago.</summary>
    public Task<bool> IsRecentAsync(SecurityEventKind kind, Guid userId, TimeSpan patience, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - patience;
        return db.Set<SecurityEvent>().AnyAsync(e => e.UserId == userId && e.Kind == kind && e.At > since, ct);
    }
}
