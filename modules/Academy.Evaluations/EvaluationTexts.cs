using System.Globalization;
using Academy.Evaluations.Absences;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Kernel.Texts;
using Microsoft.Extensions.Localization;
using Rung = Academy.Evaluations.Matching.Rung;

namespace Academy.Evaluations;

/// <summary>States, reasons and waits in words.</summary>
internal static class EvaluationTexts
{
    public static string Say(this IStringLocalizer texts, EvaluationState state) => texts[state switch
    {
        EvaluationState.Booked => "Booked",
        EvaluationState.UnderWay => "Under way",
        EvaluationState.Done => "Done",
        EvaluationState.Cancelled => "Cancelled",
        EvaluationState.NoShow => "Somebody did not come",
        _ => "Taken over by somebody else",
    }];

    /// <summary>Tone and icon of the design system.</summary>
    public static (string Tone, string Icon) Look(this EvaluationState state) => state switch
    {
        EvaluationState.Booked => ("is-info", "calendar"),
        EvaluationState.UnderWay => ("is-accent", "play"),
        EvaluationState.Done => ("is-ok", "check"),
        EvaluationState.Cancelled => ("is-quiet", "cross"),
        _ => ("is-warn", "warning"),
    };

    public static string Say(this IStringLocalizer texts, EvaluationKind kind) => texts[kind switch
    {
        EvaluationKind.Recorded => "Recorded defence",
        EvaluationKind.Written => "Written defence",
        EvaluationKind.Third => "With a mentor",
        EvaluationKind.Calibration => "Calibration work",
        _ => "In the video room",
    }];

    public static string Say(this IStringLocalizer texts, Rung rung) => texts[rung switch
    {
        Rung.Peer => "Learners who have validated the project",
        Rung.Alumni => "Also those who have finished a track",
        Rung.Mentor => "Also mentors",
        _ => "Also a recorded or written defence",
    }];

    public static string Say(this IStringLocalizer texts, PointReason reason, bool isGain) => texts[reason switch
    {
        PointReason.Welcome => "To begin with",
        PointReason.HandedIn => "Handed in",
        PointReason.Booked => "Another evaluation, in place of one that was lost",
        PointReason.Evaluated => "You evaluated somebody",
        PointReason.AboveCap => "Above the cap: for the common pool",
        PointReason.WeeklyGift => "Monday's gift from the common pool",
        PointReason.Absent => "You were not at an appointment",
        PointReason.Present => "You were there, and the other was not",
        PointReason.CancelledLate => "Cancelled shortly before",
        PointReason.Silent => "An evaluation that you never handed in",
        PointReason.GivenBack => "Paid, and not needed after all",
        _ => isGain ? "A decision was taken back: the point returns" : "A decision was taken back",
    }];

    public static string Say(this IStringLocalizer texts, IncidentKind kind) => texts[kind switch
    {
        IncidentKind.LearnerAbsent => "The learner did not come",
        IncidentKind.EvaluatorAbsent => "The evaluator did not come",
        IncidentKind.LearnerCancelledLate => "The learner cancelled late",
        IncidentKind.EvaluatorCancelledLate => "The evaluator cancelled late",
        _ => "The evaluator handed in nothing",
    }];

    /// <summary>Points above the others, in words; below 0 is strict.</summary>
    public static string SayHabit(this IStringLocalizer texts, double bias) => (int)Math.Round(bias) switch
    {
        0 => texts["like the others"],
        < 0 and var points => texts.Count(-points, "{0} point stricter", "{0} points stricter"),
        var points => texts.Count(points, "{0} point more generous", "{0} points more generous"),
    };

    /// <summary>As people say it: minutes, hours, then days.</summary>
    public static string Say(this IStringLocalizer texts, TimeSpan wait) =>
        wait < TimeSpan.FromHours(1) ? texts.Count((int)Math.Ceiling(wait.TotalMinutes), "{0} minute", "{0} minutes")
        : wait < TimeSpan.FromHours(48) ? texts.Count((int)Math.Round(wait.TotalHours), "{0} hour", "{0} hours")
        : texts.Count((int)Math.Round(wait.TotalDays), "{0} day", "{0} days");

    /// <summary>"mardi 24 novembre".</summary>
    public static string Day(DateTimeOffset local) =>
        local.ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr" ? "dddd d MMMM" : "dddd, MMMM d", CultureInfo.CurrentCulture);

    /// <summary>"14:05".</summary>
    public static string Hour(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
