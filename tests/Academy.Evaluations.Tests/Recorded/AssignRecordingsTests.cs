using Academy.Evaluations.Absences;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Tests.Absences;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Evaluations.Tests.Recorded;

/// <summary>Recorded and written defences that nobody takes are given to somebody.</summary>
public sealed class AssignRecordingsTests
{
    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_not_cut()
    {
        await using var house = await House.OpenAsync(peers: 1);
        var (learner, attempt) = await RecordedAsync(house);

        var wish = new RecordingWish(null, new string('a', Recording.LongestText + 1), null, null);
        var outcome = await house.Academy.RunAsync<SendRecording, Outcome>(s => s.RunAsync(attempt, wish, learner, CancellationToken.None));

        outcome.Refusal!.Code.ShouldBe("too-long");
        (await house.Academy.RunAsync<AcademyDb, string?>(db => db.Set<Recording>().Select(r => r.Text).SingleAsync())).ShouldBe("Voici mes choix.");
    }

    [Fact]
    public async Task Another_word_keeps_the_video_until_somebody_has_it()
    {
        await using var house = await House.OpenAsync(peers: 2);
        var ines = await ActiveAsync(house, "Inès Garnier");
        var (learner, attempt) = await RecordedAsync(house);
        (await SendAsync(new RecordingWish(null, "Une vidéo.", new MemoryStream([1]), "video/mp4"))).ShouldBeNull();

        (await SendAsync(new RecordingWish(null, "Un autre mot.", null, null))).ShouldBeNull();
        (await FileAsync()).ShouldBe(("video/mp4", true));
        (await SendAsync(new RecordingWish(null, null, null, null, DropsVideo: true))).ShouldBe("nothing-said");
        (await SendAsync(new RecordingWish(null, "Un texte.", null, null, DropsVideo: true))).ShouldBeNull();
        (await FileAsync()).ShouldBe((null, false));

        (await house.Academy.RunAsync<TakeRecording, Outcome<Guid>>(t => t.RunAsync(attempt, ines, CancellationToken.None))).Refusal.ShouldBeNull();
        (await SendAsync(new RecordingWish(null, "Encore autre chose.", null, null))).ShouldBe("recording-taken");

        async Task<string?> SendAsync(RecordingWish wish) =>
            (await house.Academy.RunAsync<SendRecording, Outcome>(s => s.RunAsync(attempt, wish, learner, CancellationToken.None))).Refusal?.Code;

        async Task<(string?, bool)> FileAsync() => (
            await house.Academy.RunAsync<AcademyDb, string?>(db => db.Set<Recording>().Select(r => r.FileType).SingleAsync()),
            File.Exists(house.Academy.Services.GetRequiredService<RecordingFiles>().PathOf(attempt)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_recording_that_is_taken_twice_by_the_same_person_is_taken_once(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await ActiveAsync(house, "Inès Garnier");
        var (_, attempt) = await RecordedAsync(house);

        var taken = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => TakeAsync()));
        var again = await TakeAsync();

        again.Refusal.ShouldBeNull();
        taken.Where(t => !t.IsRefused).ShouldAllBe(t => t.Value == again.Value);
        (await HeldAsync(house, attempt)).Id.ShouldBe(again.Value);

        Task<Outcome<Guid>> TakeAsync() => Task.Run(() => house.Academy.RunAsync<TakeRecording, Outcome<Guid>>(t => t.RunAsync(attempt, ines, CancellationToken.None)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_brought_back_is_reminded_anew(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (ines, mentor) = (await ActiveAsync(house, "Inès Garnier"), await house.PersonAsync("Yanis", Role.Mentor));
        await RecordedAsync(house);
        house.Academy.Clock.Advance(TakeTime);
        await AssignAsync(house);
        house.Academy.Clock.Advance(TimeSpan.FromHours(47.5));
        await KeepAsync();
        house.Academy.Clock.Advance(TimeSpan.FromHours(1));
        await house.ReplaceAsync();
        (await house.UndoAsync(await house.IncidentAsync(), mentor)).Refusal.ShouldBeNull();
        var before = (await ToldAsync()).Count;

        house.Academy.Clock.Advance(TimeSpan.FromHours(24.5));
        await KeepAsync();

        var told = await ToldAsync();
        told.Count.ShouldBe(before + 1);
        told.ShouldBeUnique();

        Task KeepAsync() => house.Academy.RunAsync<KeepAppointments>(k => k.RunAsync(CancellationToken.None));

        Task<List<string>> ToldAsync() => house.Academy.RunAsync<AcademyDb, List<string>>(async db =>
            [.. (await db.Set<Kernel.Outbox.OutboxMessage>().Select(m => m.Payload).ToListAsync())
                .Where(p => p.Contains("reminder-", StringComparison.Ordinal)).Select(p => System.Text.Json.JsonDocument.Parse(p).RootElement.GetProperty("Key").GetString()!)]);
    }

    private static readonly TimeSpan TakeTime = TimeSpan.FromHours(2);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_nobody_takes_is_given_to_an_evaluator_with_a_day_until_when(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (ines, idle) = (await ActiveAsync(house, "Inès Garnier"), await house.EvaluatorAsync("Kim, qui ne relit plus"));
        var (learner, attempt) = await RecordedAsync(house);

        (await AssignAsync(house)).ShouldBe(0, "whoever likes may still take it");
        house.Academy.Clock.Advance(TakeTime);
        (await AssignAsync(house)).ShouldBe(1);
        (await AssignAsync(house)).ShouldBe(0, "once");

        var given = await HeldAsync(house, attempt);
        (given.EvaluatorId, given.Kind, given.State, given.EndsAt).ShouldBe((ines, EvaluationKind.Written, EvaluationState.Booked, house.Now.AddHours(48)));
        given.EvaluatorId.ShouldNotBe(idle);
        (await house.ToldAsync("You are asked to evaluate a defence of “{0}”, without an appointment: until {1}")).ShouldBe([ines]);
        (await house.ToldAsync("Somebody evaluates your defence of “{0}”, until {1} at the latest")).ShouldBe([learner]);
        (await house.HandInAsync((given.Id, ines), Defences.Filled(1, 5))).Refusal.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_lets_it_lie_loses_a_point_and_somebody_else_gets_it(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var (ines, kim) = (await ActiveAsync(house, "Inès Garnier"), await ActiveAsync(house, "Kim Leroy"));
        var (_, attempt) = await RecordedAsync(house);
        house.Academy.Clock.Advance(TakeTime);
        await AssignAsync(house);
        var first = (await HeldAsync(house, attempt)).EvaluatorId;

        house.Academy.Clock.Advance(TimeSpan.FromHours(48));
        (await house.Academy.RunAsync<ReplaceSilent, bool>(r => r.RunAsync(CancellationToken.None))).ShouldBeTrue();
        (await AssignAsync(house)).ShouldBe(1);

        (await HeldAsync(house, attempt)).EvaluatorId.ShouldBe(first == ines ? kim : ines);
        (await house.PointsAsync(PointAccount.Of(first))).ShouldBe(4);
        await house.CheckPointsAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_evaluator_is_reminded_a_day_and_an_hour_before_the_end_and_the_learner_is_not(DatabaseProvider provider)
    {
        const string Reminder = "Do not forget your evaluation of “{0}”: until {1}";
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await ActiveAsync(house, "Inès Garnier");
        await RecordedAsync(house);
        house.Academy.Clock.Advance(TakeTime);
        await AssignAsync(house);

        house.Academy.Clock.Advance(TimeSpan.FromHours(23.5));
        await KeepAsync();
        (await house.ToldAsync(Reminder)).ShouldBeEmpty();
        house.Academy.Clock.Advance(TimeSpan.FromHours(0.5));
        await KeepAsync();
        await KeepAsync();
        (await house.ToldAsync(Reminder)).ShouldBe([ines]);
        house.Academy.Clock.Advance(TimeSpan.FromHours(23));
        await KeepAsync();
        (await house.ToldAsync(Reminder)).ShouldBe([ines, ines]);

        Task KeepAsync() => house.Academy.RunAsync<KeepAppointments>(k => k.RunAsync(CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Giving_it_back_costs_nothing(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await ActiveAsync(house, "Inès Garnier");
        var (_, attempt) = await RecordedAsync(house);
        house.Academy.Clock.Advance(TakeTime);
        await AssignAsync(house);
        var given = await HeldAsync(house, attempt);
        house.Academy.Clock.Advance(TimeSpan.FromHours(47));

        (await house.Academy.RunAsync<CancelAppointment, Outcome>(c => c.RunAsync(given.Id, ines, CancellationToken.None))).Refusal.ShouldBeNull();

        (await AssignAsync(house)).ShouldBe(0, "nobody else is there, and the same person is not asked again");
        (await house.Academy.RunAsync<AcademyDb, bool>(db => db.Set<LedgerEntry>().AnyAsync(e => e.FromAccount == PointAccount.Of(ines)))).ShouldBeFalse();
        (await house.WorkAsync(attempt)).Missing.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_who_may_not_or_will_not_or_has_enough_to_do(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var home = Guid.CreateVersion7();
        await ActiveAsync(house, "Même foyer", home);
        await ActiveAsync(house, "Other language", language: "en");
        var unwilling = await ActiveAsync(house, "Pas de vidéos");
        (await house.Academy.RunAsync<EvaluatorChoices, Outcome>(c => c.ChooseAsync(unwilling, null, takesRecorded: false, CancellationToken.None))).Refusal.ShouldBeNull();
        await house.CloseAsync(await ActiveAsync(house, "Partie depuis"));
        var busy = await ActiveAsync(house, "Déjà deux");
        for (var i = 0; i < TakeRecording.MostAtOnce; i++)
        {
            var (_, other) = await RecordedAsync(house);
            (await house.Academy.RunAsync<TakeRecording, Outcome<Guid>>(t => t.RunAsync(other, busy, CancellationToken.None))).Refusal.ShouldBeNull();
        }

        var (_, attempt) = await RecordedAsync(house, home);
        house.Academy.Clock.Advance(TakeTime);
        (await AssignAsync(house)).ShouldBe(0);

        // A mentor is there for those for whom nobody else is.
        var mentor = await house.PersonAsync("Yanis Lefèvre", Role.Mentor);
        (await AssignAsync(house)).ShouldBe(1);
        (await HeldAsync(house, attempt)).EvaluatorId.ShouldBe(mentor);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_met_the_learner_lately_comes_last_among_peers(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var met = await ActiveAsync(house, "Inès Garnier");
        var (learner, attempt) = await RecordedAsync(house);
        // Not long ago the learner evaluated her.
        var (theirs, commit) = await house.PushedAsync(met);
        (await house.HandInAsync(theirs, commit, met)).Refusal.ShouldBeNull();
        await house.Academy.RunAsync<AcademyDb>(async db =>
        {
            db.Add(new Evaluation(theirs, learner, EvaluationKind.Live, house.Now.AddDays(-3), house.Now.AddDays(-3).AddMinutes(30), house.Now, house.Now));
            await db.SaveChangesAsync();
        });
        var stranger = await ActiveAsync(house, "Zoé Petit");
        house.Academy.Clock.Advance(TakeTime);

        await AssignAsync(house);

        (await HeldAsync(house, attempt)).EvaluatorId.ShouldBe(stranger);
    }

    /// <summary>Somebody who may evaluate, and has opened a time.</summary>
    private static async Task<Guid> ActiveAsync(House house, string name, Guid? household = null, string language = "fr")
    {
        var id = await house.EvaluatorAsync(name, household, language);
        await house.OpenAsync(id, "20:00", "20:30");
        return id;
    }

    private static async Task<(Guid LearnerId, Guid AttemptId)> RecordedAsync(House house, Guid? household = null)
    {
        var learner = await house.PersonAsync("Sacha Morel", household: household);
        var (attempt, commit) = await house.PushedAsync(learner);
        (await house.HandInAsync(attempt, commit, learner)).Refusal.ShouldBeNull();
        (await house.Academy.RunAsync<SendRecording, Outcome>(s => s.RunAsync(attempt, new RecordingWish(null, "Voici mes choix.", null, null), learner, CancellationToken.None))).Refusal.ShouldBeNull();
        return (learner, attempt);
    }

    private static Task<int> AssignAsync(House house) => house.Academy.RunAsync<AssignRecordings, int>(a => a.RunAsync(CancellationToken.None));

    private static Task<Evaluation> HeldAsync(House house, Guid attempt) =>
        house.Academy.RunAsync<AcademyDb, Evaluation>(db => db.Set<Evaluation>().SingleAsync(e => e.AttemptId == attempt && e.IsHeld));
}
