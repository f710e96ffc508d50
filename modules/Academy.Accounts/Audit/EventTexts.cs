using System.Text.RegularExpressions;
using Academy.Accounts.People;
using Academy.Kernel.Permissions;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Audit;

/// <summary>What happened, as keys of translations; and how it looks.</summary>
internal static partial class EventTexts
{
    public static string Of(SecurityEventKind kind) => kind switch
    {
        SecurityEventKind.SignUpAsked => "Sign-up with an address that has an account",
        SecurityEventKind.AccountMade => "Account made",
        SecurityEventKind.SignedIn => "Signed in",
        SecurityEventKind.SignedInWithPasskey => "Signed in with a passkey",
        SecurityEventKind.SignInFailed => "Wrong password",
        SecurityEventKind.SignInPaused => "Pause after too many wrong passwords",
        SecurityEventKind.SignedOut => "Signed out",
        SecurityEventKind.SessionsEnded => "Signed out everywhere",
        SecurityEventKind.PasswordChanged => "Password changed",
        SecurityEventKind.PasswordResetAsked => "Link for a new password sent",
        SecurityEventKind.PasswordReset => "New password by mail",
        SecurityEventKind.PasskeyAdded => "Passkey added",
        SecurityEventKind.PasskeyRemoved => "Passkey removed",
        SecurityEventKind.TokenMade => "Access token made",
        SecurityEventKind.TokenRevoked => "Access token revoked",
        SecurityEventKind.InvitationMade => "Invitation made",
        SecurityEventKind.InvitationUsed => "Invitation used",
        SecurityEventKind.InvitationRevoked => "Invitation withdrawn",
        SecurityEventKind.RolesChanged => "Roles changed",
        SecurityEventKind.AccountLocked => "Account closed",
        SecurityEventKind.AccountUnlocked => "Account opened again",
        SecurityEventKind.HouseholdChanged => "Household changed",
        _ => kind.ToString(),
    };

    /// <summary>The detail in the reader's language, where it names roles.</summary>
    public static string Detail(SecurityEvent happened, IStringLocalizer texts) => happened.Kind switch
    {
        SecurityEventKind.AccountMade or SecurityEventKind.RolesChanged or SecurityEventKind.InvitationMade
            or SecurityEventKind.InvitationRevoked => RoleNames().Replace(
                happened.Detail, name => Enum.TryParse<Role>(name.Value, out var role) ? texts[RoleTexts.Of(role)] : name.Value),
        _ => happened.Detail,
    };

    /// <summary>Class of the design system for what deserves a look.</summary>
    public static string Tone(SecurityEventKind kind) => kind switch
    {
        SecurityEventKind.SignInFailed => "is-warn",
        SecurityEventKind.SignInPaused or SecurityEventKind.AccountLocked => "is-bad",
        SecurityEventKind.RolesChanged or SecurityEventKind.PasswordReset => "is-info",
        _ => "is-quiet",
    };

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex RoleNames();
}
