namespace Academy.Accounts.Audit;

/// <summary>The kinds of security events. Stored by name.</summary>
internal enum SecurityEventKind
{
    SignUpAsked,
    AccountMade,
    SignedIn,
    SignedInWithPasskey,
    SignInFailed,
    SignInPaused,
    SignedOut,
    SessionsEnded,
    PasswordChanged,
    PasswordResetAsked,
    PasswordReset,
    PasskeyAdded,
    PasskeyRemoved,
    TokenMade,
    TokenRevoked,
    InvitationMade,
    InvitationUsed,
    InvitationRevoked,
    RolesChanged,
    AccountLocked,
    AccountUnlocked,
    HouseholdChanged,
}
