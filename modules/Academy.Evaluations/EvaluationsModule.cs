using Academy.Contracts.Evaluations;
using Academy.Evaluations.Absences;
using Academy.Evaluations.Api;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Calendar;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Circles;
using Academy.Evaluations.Components;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Demo;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Feedback;
using Academy.Evaluations.Helping;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Marks;
using Academy.Evaluations.Points;
using Academy.Evaluations.Reactions;
using Academy.Evaluations.Reading;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Trends;
using Academy.Evaluations.Works;
using Academy.Kernel.Menu;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Kernel.Zones;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace Academy.Evaluations;

/// <summary>People look at each other's work: who meets whom and when, and what mark comes of it.</summary>
public sealed class EvaluationsModule : IModule
{
    public string Name => "Evaluations";

    public IReadOnlyList<Permission> Permissions => Evaluations.Permissions.All;

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("My appointments", "/appointments", "calendar", Evaluations.Permissions.Meet, 22),
        new("My points", "/points", "refresh", Evaluations.Permissions.Points, 24, MenuPlace.Own),
        new("Appeals and cases", "/judging", "help", Evaluations.Permissions.Judge, 58, MenuPlace.Manage),
        new("Requests for help", "/help", "help", Evaluations.Permissions.Help, 26),
        new("Missed appointments", "/evaluations/incidents", "warning", Evaluations.Permissions.Oversee, 60, MenuPlace.Manage),
        new("Points: try other rules", "/admin/points", "settings", Evaluations.Permissions.Simulate, 88, MenuPlace.Manage),
    ];

    public IReadOnlyList<ZonePart> ZoneParts =>
    [
        new(ZoneNames.Attempt, 5, typeof(WorkViewComponent), Role.Learner),
        new(ZoneNames.AttemptAside, 30, typeof(HelpViewComponent), Role.Learner),
        new(ZoneNames.File, 10, typeof(HelpOnFileViewComponent), Role.Learner),
        new(ZoneNames.Home, 3, typeof(UnbookedViewComponent), Role.Learner),
        new(ZoneNames.Home, 5, typeof(TodayViewComponent), Role.Learner | Role.Mentor | Role.Trainer),
        new(ZoneNames.HomeMore, 10, typeof(FeedbackViewComponent), Role.Learner),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EvaluationsOptions>().Bind(configuration.GetSection("Evaluations")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MatchingSignal>();
        services.AddSingleton<RecordingFiles>();
        services.AddScoped<Tell>();
        services.AddScoped<HandIn>();
        HelpSetup.Add(services);
        services.AddScoped<ReadWork>();
        services.AddScoped<Ledger>();
        services.AddScoped<WorkPurse>();
        services.AddScoped<ReadPoints>();
        services.AddScoped<GiveWeekly>();
        services.AddScoped<WhoMayEvaluate>();
        services.AddScoped<OpenTimes>();
        services.AddScoped<OpenWeeklyTimes>();
        services.AddScoped<ArrangeWeek>();
        services.AddScoped<EvaluatorChoices>();
        services.AddScoped<ReadTimes>();
        services.AddScoped<Meetings>();
        services.AddScoped<FreeTimes>();
        services.AddScoped<Appoint>();
        services.AddScoped<BookTime>();
        services.AddScoped<SearchEvaluator>();
        services.AddScoped<WidenLadder>();
        services.AddScoped<MatchWaiting>();
        services.AddScoped<WaitingTimes>();
        services.AddScoped<KeepAppointments>();
        services.AddScoped<ReadAppointments>();
        services.AddScoped<CancelAppointment>();
        services.AddScoped<ReportAbsence>();
        services.AddScoped<ReplaceSilent>();
        services.AddScoped<UndoIncident>();
        services.AddScoped<Consequences>();
        services.AddScoped<ReadIncidents>();
        services.AddScoped<SimulateRules>();
        services.AddScoped<SendRecording>();
        services.AddScoped<TakeRecording>();
        services.AddScoped<AssignRecordings>();
        services.AddScoped<OpenDemoTimes>();
        services.AddScoped<CalendarSecrets>();
        services.AddScoped<WriteCalendar>();
        services.AddScoped<OneByOne>();
        services.AddHostedService<MatchSoon>();
        services.AddReaction<EvaluationCompleted, WhenEvaluationCompleted>();
        services.AddReaction<WorkEvaluated, WhenWorkEvaluated>();
        services.AddScoped<SaveSheet>();
        services.AddScoped<HandInEvaluation>();
        services.AddScoped<CommentLine>();
        services.AddScoped<DecideWork>();
        services.AddScoped<DecideCase>();
        services.AddScoped<AnswerCase>();
        services.AddScoped<TellJudges>();
        services.AddScoped<RaiseAppeal>();
        services.AddScoped<JudgeAppeal>();
        services.AddScoped<GiveFeedback>();
        services.AddScoped<DefenceReader>();
        services.AddScoped<MarkReader>();
        services.AddScoped<LatestRemarks>();
        services.AddScoped<IEvaluations, EvaluationCounts>();
        services.AddSingleton<ShadowCache>();
        services.AddScoped<ReadShadow>();
        services.AddScoped<FindCircles>();
        services.AddScoped<ReadTrend>();
        services.AddScoped<FindNames>();
        services.AddScoped<MarkCalibration>();
        services.AddScoped<GiveCalibration>();
        services.AddScoped<LapseCalibrations>();
        services.AddScoped<ReadCalibrations>();
        services.AddScoped<ReviewCircle>();
        services.AddScoped<OpenCase>();
        services.AddScoped<CircleReader>();
        services.AddScoped<JudgingReader>();
        services.AddScoped<JudgingPages>();
        services.AddScoped<WorkCode>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SlotEndpoints.Map(endpoints);
        EvaluationEndpoints.Map(endpoints);
        RecordingEndpoints.Map(endpoints);
        PointEndpoints.Map(endpoints);
        DefenceEndpoints.Map(endpoints);
        MarkEndpoints.Map(endpoints);
        HelpEndpoints.Map(endpoints);
    }

    public void AddJobs(IQuartzBuilder quartz) => EvaluationJobs.Schedule(quartz);

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Work>(Work.Map);
        model.Entity<WorkMember>(WorkMember.Map);
        model.Entity<Evaluation>(Evaluation.Map);
        model.Entity<PointAccount>(PointAccount.Map);
        model.Entity<LedgerEntry>(LedgerEntry.Map);
        model.Entity<OpenUnit>(OpenUnit.Map);
        model.Entity<WeeklyTime>(WeeklyTime.Map);
        model.Entity<Evaluator>(Evaluator.Map);
        model.Entity<BusyTime>(BusyTime.Map);
        model.Entity<Incident>(Incident.Map);
        model.Entity<CalendarFeed>(CalendarFeed.Map);
        model.Entity<Recording>(Recording.Map);
        model.Entity<EvaluationSheet>(EvaluationSheet.Map);
        model.Entity<LineComment>(LineComment.Map);
        model.Entity<GivenFeedback>(GivenFeedback.Map);
        model.Entity<Case>(Case.Map);
        model.Entity<CaseStatement>(CaseStatement.Map);
        model.Entity<Appeal>(Appeal.Map);
        model.Entity<CircleReview>(CircleReview.Map);
        model.Entity<CalibrationWork>(CalibrationWork.Map);
        model.Entity<MarkChange>(MarkChange.Map);
        HelpSetup.Map(model);
    }

    public async Task StartAsync(IServiceProvider services, CancellationToken ct)
    {
        var wanted = services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled && services.GetRequiredService<IOptions<EvaluationsOptions>>().Value.DemoTimes;
        if (wanted) await services.GetRequiredService<OpenDemoTimes>().RunAsync(ct);
    }
}
