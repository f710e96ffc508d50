using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Works;
using Academy.Grading.Nightly;
using Academy.Kernel.Data;
using Academy.Kernel.Texts;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Journeys.Together;

/// <summary>
/// A site for people who learn together: the shipped projects, of which each asks for one evaluation only but one, and a clock
/// that can be set forward.
/// </summary>
public sealed class PeersFixture : BrowserFixture
{
    /// <summary>A project that asks for two evaluations, as the shipped ones do.</summary>
    public const string TwoPeers = "panier-a-deux";

    private readonly string _content = Directory.CreateTempSubdirectory("academy-content-").FullName;

    public ForwardClock Clock { get; } = new();

    protected override async Task<TestSite> StartSiteAsync()
    {
        TestPaths.Copy(TestPaths.Content, _content);
        foreach (var file in Directory.EnumerateFiles(_content, "project.yml", SearchOption.AllDirectories))
            File.WriteAllText(file, File.ReadAllText(file).Replace("peers: 2", "peers: 1"));
        TestPaths.Copy(Path.Combine(TestPaths.Content, "projects", "panier"), Path.Combine(_content, "projects", TwoPeers));
        var track = Path.Combine(_content, "tracks", "dwwm", "track.yml");
        const string Panier = "{ project: panier, requires: [journal-de-bord, ma-page] }";
        File.WriteAllText(track, File.ReadAllText(track).Replace(Panier, $"{Panier}\n      - {Panier.Replace("panier", TwoPeers)}"));
        var site = await TestSite.StartAsync(services => services.AddSingleton<TimeProvider>(Clock), ("Content:Directory", _content));
        // Each new day brings a night: the check of all reference solutions would take the engine from the pushes.
        await (await SchedulerAsync(site)).PauseJob(CheckReferencesJob.Key);
        return site;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    /// <summary>Eight o'clock of the next day. What earlier journeys have left open is over, and takes nobody's time.</summary>
    public async Task BeginDayAsync()
    {
        await Site.RunAsync<AcademyDb, int>(db => db.Set<Evaluation>()
            .Where(e => e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, EvaluationState.Cancelled)));
        await Site.RunAsync<AcademyDb, int>(db => db.Set<Work>()
            .Where(w => w.State == WorkState.Waiting)
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.State, WorkState.Decided)));
        Clock.GoTo(Today(8).AddDays(1));
    }

    /// <summary>An hour of this day, by the people's clock.</summary>
    public DateTimeOffset Today(int hour)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(LocalTime.DefaultZone);
        var at = TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), zone).Date.AddHours(hour);
        return new DateTimeOffset(at, zone.GetUtcOffset(at));
    }

    /// <summary>What Quartz does each minute, now.</summary>
    public async Task RunAsync(JobKey job) => await (await SchedulerAsync(Site)).TriggerJob(job);

    private static ValueTask<IScheduler> SchedulerAsync(TestSite site) => site.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
}

[CollectionDefinition(Name)]
public sealed class PeersCollection : ICollectionFixture<PeersFixture>
{
    public const string Name = "peers";
}
