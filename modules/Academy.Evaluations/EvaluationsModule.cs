using Academy.Evaluations.Absences;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Calendar;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Works;
using Academy.Kernel.Modules;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Evaluations;

/// <summary>People look at each other's work: who meets whom and when, and what mark comes of it.</summary>
public sealed class EvaluationsModule : IModule
{
    public string Name => "Evaluations";

    public IReadOnlyList<Permission> Permissions => Evaluations.Permissions.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Ledger>();
        services.AddScoped<HandIn>();
    }

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
    }
}
