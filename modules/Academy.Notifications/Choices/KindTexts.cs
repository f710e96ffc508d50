using Academy.Contracts.Notifications;

namespace Academy.Notifications.Choices;

/// <summary>What the kinds are called, and what they hold, as keys of translations; and how they look.</summary>
internal static class KindTexts
{
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Appointment => "Appointments",
        NoticeKind.Evaluation => "Evaluations",
        NoticeKind.Team => "Teams",
        NoticeKind.Help => "Help",
        NoticeKind.Pace => "Pace",
        NoticeKind.Progress => "Progress",
        _ => kind.ToString(),
    };

    public static string WhatFor(NoticeKind kind) => kind switch
    {
        NoticeKind.Appointment => "Booked, moved, cancelled, about to begin.",
        NoticeKind.Evaluation => "Marks, feedback, appeals.",
        NoticeKind.Team => "Invitations, answers, changes in your team.",
        NoticeKind.Help => "Requests for help, and the answers to them.",
        NoticeKind.Pace => "Coming back after a pause, and news of the learners you accompany.",
        NoticeKind.Progress => "Levels and achievements.",
        _ => "",
    };

    public static string Icon(NoticeKind kind) => kind switch
    {
        NoticeKind.Appointment => "calendar",
        NoticeKind.Evaluation => "check-circle",
        NoticeKind.Team => "users",
        NoticeKind.Help => "help",
        NoticeKind.Pace => "clock",
        NoticeKind.Progress => "trophy",
        _ => "bell",
    };
}
