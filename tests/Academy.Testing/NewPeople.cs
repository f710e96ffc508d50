using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

namespace Academy.Testing;

/// <summary>Accounts without the way through an invitation.</summary>
public static class NewPeople
{
    /// <param name="id">Null: a new one.</param>
    public static async Task<Guid> AddAsync(
        AcademyDb db, string name, Role role, DateTimeOffset now, Guid? household = null, string language = Languages.Default, Guid? id = null)
    {
        var user = new User($"{Guid.CreateVersion7(now):N}@example.org", name, role, language, now);
        (user.NormalizedEmail, user.NormalizedUserName, user.SecurityStamp) = (user.Email!.ToUpperInvariant(), user.Email.ToUpperInvariant(), User.NewStamp());
        user.LiveIn(household);
        user.Id = id ?? user.Id;
        db.Add(user);
        await db.SaveChangesAsync();
        return user.Id;
    }

    /// <summary>The operator closes somebody's account.</summary>
    public static async Task CloseAsync(AcademyDb db, Guid personId, DateTimeOffset now)
    {
        (await db.Set<User>().SingleAsync(u => u.Id == personId)).Lock(now);
        await db.SaveChangesAsync();
    }

    /// <summary>A learner pauses.</summary>
    public static async Task PauseAsync(AcademyDb db, Guid learnerId, DateTimeOffset now, DateTimeOffset? until)
    {
        db.Add(new Freeze(learnerId, now, until));
        await db.SaveChangesAsync();
    }
}
