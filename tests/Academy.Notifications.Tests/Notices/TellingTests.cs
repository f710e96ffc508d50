using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Notifications.Choices;
using Academy.Notifications.Jobs;
using Academy.Notifications.Notices;
using Academy.Testing;

namespace Academy.Notifications.Tests.Notices;

public sealed class TellingTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Somebody_is_told_once_however_often_it_arrives(DatabaseProvider provider)
    {
        await using var academy = await Given.AcademyAsync(provider);
        var (sacha, ines) = (await academy.PersonAsync(), await academy.PersonAsync(Given.OtherLearner));
        var due = Given.Notice(sacha, academy.Clock.GetUtcNow());

        await academy.PublishAsync(due);
        await academy.PublishAsync(due);
        await academy.PublishAsync(due with { PersonId = ines });
        await academy.PublishAsync(due with { Key = "help/2" });

        (await academy.NoticesAsync()).Select(n => (n.PersonId, n.Key)).ShouldBe(
            [(sacha, "help/1"), (ines, "help/1"), (sacha, "help/2")], ignoreOrder: true);
        academy.Mails().Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_deliveries_at_the_same_moment_tell_once(DatabaseProvider provider)
    {
        await using var academy = await Given.AcademyAsync(provider);
        var due = Given.Notice(await academy.PersonAsync(), academy.Clock.GetUtcNow());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            academy.RunAsync<Academy.Notifications.Reactions.WhenNoticeDue>(r => r.RunAsync(due, CancellationToken.None))));
        await academy.DeliverAsync();

        (await academy.NoticesAsync()).Count.ShouldBe(1);
        academy.Mails().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_letter_is_in_the_language_and_the_time_zone_of_the_person_and_leads_to_the_page()
    {
        await using var academy = await Given.AcademyAsync(DatabaseProvider.Sqlite, ("Site:PublicUrl", "https://academie.example"));
        await academy.PublishAsync(Given.Notice(await academy.PersonAsync(), academy.Clock.GetUtcNow()));

        var mail = academy.Mails().ShouldHaveSingleItem();
        mail.ShouldContain("apprenant@demo.academy");
        mail.ShouldContain("Bonjour Sacha Morel,");
        mail.ShouldContain("23 novembre 2026, 10:00");
        mail.ShouldContain("https://academie.example/attempts/1");
        mail.ShouldContain("https://academie.example/notices/choices");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task People_are_told_in_the_ways_that_they_chose(DatabaseProvider provider)
    {
        await using var academy = await Given.AcademyAsync(provider);
        var me = await academy.PersonAsync();
        await academy.RunAsync<ChooseNotices>(c => c.RunAsync(me, [NoticeKind.Team], [NoticeKind.Help], CancellationToken.None));

        await academy.PublishAsync(Given.Notice(me, academy.Clock.GetUtcNow(), "only by mail", NoticeKind.Help));
        await academy.PublishAsync(Given.Notice(me, academy.Clock.GetUtcNow(), "only by mail", NoticeKind.Help));
        await academy.PublishAsync(Given.Notice(me, academy.Clock.GetUtcNow(), "only in the site", NoticeKind.Team));
        await academy.PublishAsync(Given.Notice(me, academy.Clock.GetUtcNow(), "not at all", NoticeKind.Pace));

        (await ReadAsync(academy, me)).Notices.Select(n => n.Key).ShouldBe(["only in the site"]);
        (await academy.RunAsync<ReadNotices, int>(r => r.CountUnreadAsync(me, CancellationToken.None))).ShouldBe(1);
        academy.Mails().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_told_what_concerns_an_account_that_is_gone()
    {
        await using var academy = await Given.AcademyAsync(DatabaseProvider.Sqlite);
        await academy.PublishAsync(Given.Notice(Guid.CreateVersion7(academy.Clock.GetUtcNow()), academy.Clock.GetUtcNow()));

        (await academy.NoticesAsync()).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_follow_each_other_without_a_gap(DatabaseProvider provider)
    {
        await using var academy = await Given.AcademyAsync(provider);
        var me = await academy.PersonAsync();
        for (var i = 1; i <= 5; i++)
        {
            academy.Clock.Advance(TimeSpan.FromMinutes(1));
            await academy.PublishAsync(Given.Notice(me, academy.Clock.GetUtcNow(), $"{i}"));
        }

        var keys = new List<string>();
        Guid? cursor = null;
        do
        {
            var page = await ReadAsync(academy, me, cursor, most: 2);
            keys.AddRange(page.Notices.Select(n => n.Key));
            cursor = page.Next;
        }
        while (cursor is not null);

        keys.ShouldBe(["5", "4", "3", "2", "1"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_read_long_ago_is_forgotten_and_nothing_else(DatabaseProvider provider)
    {
        await using var academy = await Given.AcademyAsync(provider);
        var me = await academy.PersonAsync();
        await academy.PublishAsync(Given.Notice(me, academy.Clock.GetUtcNow(), "read"));
        var read = (await academy.NoticesAsync()).Single();
        (await academy.RunAsync<MarkRead, Kernel.Outcomes.Outcome<string>>(m => m.RunAsync(read.Id, me, CancellationToken.None))).Value.ShouldBe("/attempts/1");
        await academy.PublishAsync(Given.Notice(me, academy.Clock.GetUtcNow(), "unread"));

        academy.Clock.Advance(TimeSpan.FromDays(TidyNotices.Days) - TimeSpan.FromMinutes(1));
        await academy.RunAsync<TidyNotices>(t => t.RunAsync(CancellationToken.None));
        (await academy.NoticesAsync()).Count.ShouldBe(2);

        academy.Clock.Advance(TimeSpan.FromMinutes(2));
        await academy.RunAsync<TidyNotices>(t => t.RunAsync(CancellationToken.None));
        (await academy.NoticesAsync()).Select(n => n.Key).ShouldBe(["unread"]);
    }

    private static Task<NoticePage> ReadAsync(TestAcademy academy, Guid person, Guid? before = null, int most = 100) =>
        academy.RunAsync<ReadNotices, NoticePage>(r => r.RunAsync(person, null, before, most, CancellationToken.None));
}
