using Academy.Kernel.Outcomes;

namespace Academy.Accounts;

internal static class Refusals
{
    // One text for an unknown address, a wrong password and a pause: a stranger cannot find out who has an account.
    public static readonly Refusal WrongPassword = new(
        "wrong-password",
        "This e-mail address and this password do not go together. After {0} wrong tries in a row an account takes no password for {1} minutes; choosing a new password lifts that at once.",
        401);

    public static readonly Refusal AccountLocked = new(
        "account-locked", "The academy's team has closed this account. Write to them: they can open it again.", 403);

    public static readonly Refusal UnknownScope = new("unknown-scope", "Choose at least one scope of these: {0}.", 400);

    public static readonly Refusal TokenName = new("token-name", "Give the token a name of 1 to {0} characters.", 400);

    public static readonly Refusal TokenDays = new("token-days", "A token lasts from 1 to {0} days.", 400);

    public static readonly Refusal TooManyTokens = new(
        "too-many-tokens", "You have {0} tokens, which is the most. Revoke one that you no longer use.");
}
