using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Operating;

internal static class OperatingTexts
{
    public static string Say(IStringLocalizer texts, RunClass runClass) => runClass switch
    {
        RunClass.Exam => texts["Exams"],
        RunClass.Normal => texts["Pushes"],
        _ => texts["Regrades"],
    };

    public static string Say(IStringLocalizer texts, OperatorAlert alert) => alert.Kind switch
    {
        AlertKind.GradingFailed => texts["A grading was given up"],
        _ => texts["The reference solution of {0} no longer passes", alert.Subject],
    };
}
