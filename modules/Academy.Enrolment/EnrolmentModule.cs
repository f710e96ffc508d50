using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Progress;
using Academy.Enrolment.Api;
using Academy.Enrolment.Attempts;
using Academy.Enrolment.Components;
using Academy.Enrolment.Ending;
using Academy.Enrolment.Reactions;
using Academy.Enrolment.Registering;
using Academy.Enrolment.Teams;
using Academy.Kernel.Modules;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Academy.Kernel.Zones;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Enrolment;

/// <summary>Which learner works on which project.</summary>
public sealed class EnrolmentModule : IModule
{
    public string Name => "Enrolment";

    public IReadOnlyList<Permission> Permissions => Enrolment.Permissions.All;

    public IReadOnlyList<ZonePart> ZoneParts =>
    [
        new(ZoneNames.ProjectAside, 10, typeof(RegistrationViewComponent), Role.Learner),
        new(ZoneNames.AttemptAside, 5, typeof(TeamViewComponent), Role.Learner | Role.Trainer),
        new(ZoneNames.Home, 5, typeof(InvitationsViewComponent), Role.Learner),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IEnrolment, AttemptReader>();
        services.AddScoped<RegisterForProject>();
        services.AddScoped<GiveUpAttempt>();
        services.AddScoped<ChangeTeam>();
        services.AddScoped<TeamReader>();
        services.AddScoped<TeamNotices>();
        services.AddReaction<ProjectValidated, WhenProjectValidated>();
        services.AddReaction<ValidationLost, WhenValidationLost>();
        services.AddReaction<WorkEvaluated, WhenWorkEvaluated>();
    }

    public void BuildModel(ModelBuilder model)
    {
        model.Entity<Attempt>(Attempt.Map);
        model.Entity<AttemptMember>(AttemptMember.Map);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        EnrolmentEndpoints.Map(endpoints);
        TeamEndpoints.Map(endpoints);
    }
}
