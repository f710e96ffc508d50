using Academy.Accounts.People;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Profile;

/// <summary>What a person says of themselves.</summary>
internal sealed class ChangeProfile(AcademyDb db, OpenSessions open)
{
    public Task<User> ReadAsync(Guid userId, CancellationToken ct) =>
        db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == userId, ct);

    public async Task<Outcome> RunAsync(Guid userId, string name, string language, string timeZone, IReadOnlyCollection<string> otherLanguages, CancellationToken ct)
    {
        if (!Languages.All.Contains(language)) return Refusals.UnknownLanguage;
        if (otherLanguages.Except(SpokenLanguages.All).Any()) return Refusals.UnknownLanguage;
        if (!TimeZones.IsKnown(timeZone)) return Refusals.UnknownTimeZone;

        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        user.Introduce(name, language, timeZone);
        user.Speak(otherLanguages.Where(other => other != language));
        var saved = await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
        open.Forget();
        return saved;
    }
}
