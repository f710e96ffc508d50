using Academy.Contracts.Evaluations;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Kernel.Menu;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Zones;
using Academy.Progress.Components;
using Academy.Progress.Home;
using Academy.Progress.Levels;
using Academy.Progress.Reactions;
using Academy.Progress.Skills;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Progress;

/// <summary>What learners gain: validated projects, XP, levels, skills, and what to do next.</summary>
public sealed class ProgressModule : IModule
{
    public string Name => "Progress";

    public IReadOnlyList<Permission> Permissions => Progress.Permissions.All;

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("Home", "/", "home", Progress.Permissions.ReadOwn, 0),
        new("My skills", "/skills", "star", Progress.Permissions.ReadOwn, 30),
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
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<ProjectResult>(ProjectResult.Map);
        model.Entity<WorkMark>(WorkMark.Map);
        model.Entity<LearnerLevel>(LearnerLevel.Map);
    }
}
