using System.Globalization;
using Academy.Accounts.Inviting;
using Academy.Accounts.Passwords;
using Academy.Accounts.People;
using Academy.Accounts.SigningIn;
using Academy.Contracts.Accounts;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Mail;

/// <summary>What the academy writes to people about their accounts, in their language.</summary>
internal sealed class Letters(IStringLocalizer texts, SiteAddress site)
{
    public Letter PasswordReset(User user, string code) => InLanguage.Write(user.Language, () => new Letter(
        user.Email!,
        texts["Choose a new password"],
        Paragraphs(
            texts["Hello {0},", user.Name],
            texts["Somebody, most likely you, asked for a new password for your account. Open this page to choose it:"],
            site.Of($"/account/reset-password?account={user.Id}&code={Uri.EscapeDataString(code)}"),
            texts["The link works once, for {0} hours. If you did not ask for it, you need not do anything: your password stays as it is.", (int)ResetPassword.LinkLifetime.TotalHours])));

    public Letter PasswordChanged(User user) => InLanguage.Write(user.Language, () => new Letter(
        user.Email!,
        texts["Your password was changed"],
        Paragraphs(
            texts["Hello {0},", user.Name],
            texts["The password of your account was changed just now. If that was you, all is well."],
            texts["If it was not you, choose another one at once, and write to the academy's team:"],
            site.Of("/account/forgotten-password"))));

    public Letter PasskeyAdded(User user, string name) => InLanguage.Write(user.Language, () => new Letter(
        user.Email!,
        texts["A passkey was added to your account"],
        Paragraphs(
            texts["Hello {0},", user.Name],
            texts["The passkey “{0}” was added to your account just now: it signs you in without your password. If that was you, all is well.", name],
            texts["If it was not you, remove it here, then choose another password:"],
            site.Of("/account/security"))));

    /// <summary>What another part of the academy has to say.</summary>
    public Letter Of(User user, LetterDue due) => InLanguage.Write(user.Language, () => new Letter(
        user.Email!,
        due.Subject,
        Paragraphs(texts["Hello {0},", user.Name], due.Body)));

    public LetterDue Alert(User user, string detail) => InLanguage.Write(user.Language, () => new LetterDue(
        user.Id,
        texts["Grading needs your hand"],
        string.Join("\n\n",
            texts["Something about grading was found that needs an operator:"],
            detail,
            texts["See it here, with what can be done:"],
            site.Of("/admin/gradings"))));

    public Letter Invitation(string email, string language, string code, DateTimeOffset until) => InLanguage.Write(language, () => new Letter(
        email,
        texts["Your account at the academy"],
        Paragraphs(
            texts["Hello,"],
            texts["Open this page to make your account at the academy:"],
            site.Of(Inviting.Invitation.PathOf(code)),
            texts["The link works once, until {0}.", until.ToString("D", CultureInfo.CurrentCulture)])));

    public Letter AccountExists(User user) => InLanguage.Write(user.Language, () => new Letter(
        user.Email!,
        texts["You already have an account"],
        Paragraphs(
            texts["Hello {0},", user.Name],
            texts["Somebody, most likely you, wanted to make an account with this e-mail address. You have one already: sign in here, and choose a new password if you no longer know it."],
            site.Of("/account/sign-in"))));

    private static string Paragraphs(params string[] parts) => string.Join("\n\n", parts) + "\n";
}
