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

    public static readonly Refusal WrongCurrentPassword = new(
        "wrong-current-password",
        "This is not your current password. After {0} wrong tries in a row an account takes no password for {1} minutes.");

    public static readonly Refusal PasswordLength = new("password-length", "A password has at least {0} characters, and at most {1}.");

    public static readonly Refusal PasswordCommon = new(
        "password-common", "This password is one of those that everybody tries first. Take three or four words that have nothing to do with each other.");

    public static readonly Refusal PasswordPersonal = new(
        "password-personal", "This password is little more than your name or your e-mail address. Take words that have nothing to do with you.");

    public static readonly Refusal EmailTaken = new(
        "email-taken", "There is an account with this e-mail address already. Sign in with it, or take another address.");

    public static readonly Refusal EmailWrong = new(
        "email-wrong", "This is not a complete e-mail address. It looks like name@example.org.", 400);

    public static readonly Refusal ResetLinkUsed = new(
        "reset-link-used", "This link has been used, or is too old. Ask for another one: the newest is the one that works.");

    public static readonly Refusal InvitationGone = new(
        "invitation-gone", "This invitation has been used, withdrawn, or is too old. Ask whoever sent it for another one.");

    public static readonly Refusal SignUpByInvitation = new(
        "sign-up-by-invitation", "One joins this academy by invitation. Ask its team for one.", 403);

    public static readonly Refusal WrongSetupCode = new(
        "wrong-setup-code", "This is not the code. It stands in the console in which the academy was started; a restart makes another one.");

    public static readonly Refusal ChooseRole = new("choose-role", "Choose at least one role.");

    public static readonly Refusal RoleNotYours = new(
        "role-not-yours", "Only an operator can invite programme officers and operators.", 403);

    public static readonly Refusal LastOperator = new(
        "last-operator", "This is the only operator with an open account. Make somebody else an operator first.");

    public static readonly Refusal OwnAccount = new("own-account", "You cannot close your own account. Another operator can.");

    public static readonly Refusal NoSuchPerson = new("no-such-person", "There is no such account.", 404);

    public static readonly Refusal TwoPeople = new("two-people", "Choose somebody else: nobody lives with themselves.", 400);

    public static readonly Refusal UnknownLanguage = new("unknown-language", "Choose one of the languages of the list.", 400);

    public static readonly Refusal UnknownTimeZone = new("unknown-time-zone", "Choose one of the time zones of the list.", 400);

    public static readonly Refusal PasskeyFailed = new(
        "passkey-failed", "That did not work: the device gave no answer that fits. Try again, or sign in with your password.");

    public static readonly Refusal TooManyPasskeys = new(
        "too-many-passkeys", "You have {0} passkeys, which is the most. Remove one that you no longer use.");

    public static readonly Refusal NoSuchPasskey = new("no-such-passkey", "There is no such passkey on your account.", 404);

    public static readonly Refusal UnknownScope = new("unknown-scope", "Choose at least one scope of these: {0}.", 400);

    public static readonly Refusal TokenName = new("token-name", "Give the token a name of 1 to {0} characters.", 400);

    public static readonly Refusal TokenDays = new("token-days", "A token lasts from 1 to {0} days.", 400);

    public static readonly Refusal TooManyTokens = new(
        "too-many-tokens", "You have {0} tokens, which is the most. Revoke one that you no longer use.");

    public static readonly Refusal NoSuchToken = new("no-such-token", "There is no such token on your account.", 404);

    public static readonly Refusal ChangedMeanwhile = new(
        "changed-meanwhile", "Something else changed this account at the same moment. Look at it again, and try once more.");
}
