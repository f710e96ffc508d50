using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Contracts.Repositories;
using Academy.Kernel.Menu;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Zones;
using Academy.Progress.Accompanying;
using Academy.Progress.Achievements;
using Academy.Progress.Api;
using Academy.Progress.Components;
using Academy.Progress.Home;
using Academy.Progress.Jobs;
using Academy.Progress.Levels;
using Academy.Progress.Pace;
using Academy.Progress.Publishing;
using Academy.Progress.Reactions;
using Academy.Progress.Skills;
using Academy.Progress.Validating;
using Academy.Progress.WayBack;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Progress;

/// <summary>What learners gain: validated projects, XP, levels, skills, and what to do next.</summary>
public sealed class ProgressModule : IModule
{
    public string Name => "Progress";

    public IReadOnlyList<Permission> Permissions => Progress.Permissions.All;

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("Home", "/", "home", Progress.Permissions.ReadOwn, 0),
        new("My skills", "/skills", "star", Progress.Permissions.Learn, 30),
        new("My pace", "/pace", "clock", Progress.Permissions.Learn, 32, MenuPlace.Own),
        new("My achievements", "/achievements", "trophy", Progress.Permissions.Learn, 33, MenuPlace.Own),
        new("My public profile", "/public-profile", "globe", Progress.Permissions.Learn, 34, MenuPlace.Own),
        new("Learners", "/learners", "users", Progress.Permissions.Accompany, 45),
    ];

    public IReadOnlyList<ZonePart> ZoneParts =>
    [
        new(ZoneNames.GradingResult, 10, typeof(GainViewComponent)),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ILearnerProgress, ProgressReader>();
        services.AddScoped<SkillProfile>();
        services.AddScoped<LearnerHome>();
        services.AddReaction<GradingFinished, WhenGradingFinished>();
        services.AddScoped<WeighMarks>();
        services.AddReaction<ResultChanged, WhenResultChanged>();
        services.AddReaction<WorkEvaluated, WhenWorkEvaluated>();
        services.AddScoped<GiveSign>();
        services.AddScoped<ChangePace>();
        services.AddScoped<ReadPace>();
        services.AddScoped<ChooseWelcome>();
        services.AddScoped<TellSilences>();
        services.AddScoped<ReadLearners>();
        services.AddScoped<AssignReferent>();
        services.AddScoped<ReadProfile>();
        services.AddScoped<ChangeProfile>();
        services.AddScoped<CountFacts>();
        services.AddScoped<GrantAchievements>();
        services.AddScoped<ReadAchievements>();
        services.AddReaction<ProjectValidated, WhenProjectValidated>();
        services.AddReaction<MarkImproved, WhenMarkImproved>();
        services.AddReaction<LevelReached, WhenLevelReached>();
        services.AddReaction<LearnerReturned, WhenLearnerReturned>();
        services.AddReaction<EvaluationCompleted, WhenEvaluationGiven>();
        services.AddReaction<CommitPushed, WhenCommitPushed>();
        services.AddReaction<AttemptStarted, WhenAttemptStarted>();
        services.AddReaction<EvaluationCompleted, WhenEvaluationCompleted>();
        services.AddReaction<TeamJoined, WhenTeamJoined>();
        services.AddReaction<WorkHandedIn, WhenWorkHandedIn>();
        services.AddReaction<HelpAsked, WhenHelpAsked>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<ProjectResult>(ProjectResult.Map);
        model.Entity<WorkMark>(WorkMark.Map);
        model.Entity<LearnerLevel>(LearnerLevel.Map);
        model.Entity<LearnerPace>(LearnerPace.Map);
        model.Entity<Freeze>(Freeze.Map);
        model.Entity<PublicProfile>(PublicProfile.Map);
        model.Entity<EarnedAchievement>(EarnedAchievement.Map);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        LevelEndpoints.Map(endpoints);
        PaceEndpoints.Map(endpoints);
        AchievementEndpoints.Map(endpoints);
        ProfileEndpoints.Map(endpoints);
    }

    public void AddJobs(IQuartzBuilder quartz) => SilenceJob.Schedule(quartz);
}
