using Academy.Contracts.Accounts;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Academy.Notifications.Choices;
using Academy.Notifications.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Reactions;

/// <summary>Tells a person once, in the ways that they chose.</summary>
internal sealed class WhenNoticeDue(
    AcademyDb db, IPeople people, ChooseNotices choices, IStringLocalizer texts, SiteAddress site, TimeProvider clock) : IReaction<NoticeDue>
{
    public async Task RunAsync(NoticeDue happened, CancellationToken ct)
    {
        if (await db.Set<Notice>().AnyAsync(n => n.PersonId == happened.PersonId && n.Key == happened.Key, ct)) return;
        if ((await people.FindAsync([happened.PersonId], ct)).GetValueOrDefault(happened.PersonId) is not { } person) return;

        var now = clock.GetUtcNow();
        var choice = await choices.ReadAsync(person.Id, happened.Kind, ct);
        db.Add(new Notice(happened, choice.InSite, now));
        if (choice.ByMail) db.Publish(Letter(happened, person), now);
        // Another process may tell it at the same moment: the second row is refused, and its letter with it.
        await db.SaveOrRefuseAsync(Refusals.ToldAlready, ct);
    }

    private LetterDue Letter(NoticeDue due, Person person) => InLanguage.Write(person.Language, () =>
    {
        var words = NoticeWords.Of(texts, due.Title, due.Body, due.Args, person.TimeZone);
        return new LetterDue(person.Id, words.Title, string.Join("\n\n",
            words.Body ?? words.Title,
            site.Of(due.Link),
            texts["You choose here what we write to you about:"] + "\n" + site.Of("/notices/choices")));
    });
}
