using Academy.Accounts;
using Academy.Curriculum;
using Academy.Enrolment;
using Academy.Evaluations;
using Academy.Grading;
using Academy.Kernel.Modules;
using Academy.Notifications;
using Academy.Progress;
using Academy.Repositories;

namespace Academy.Web;

/// <summary>What this academy is made of, in the order in which data flows.</summary>
public static class Modules
{
    public static IReadOnlyList<IModule> All() =>
    [
        new AccountsModule(),
        new CurriculumModule(),
        new EnrolmentModule(),
        new RepositoriesModule(),
        new GradingModule(),
        new EvaluationsModule(),
        new ProgressModule(),
        new NotificationsModule(),
    ];
}
