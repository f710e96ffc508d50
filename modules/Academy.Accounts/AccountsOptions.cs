using System.ComponentModel.DataAnnotations;

namespace Academy.Accounts;

/// <summary>Section "Accounts".</summary>
internal sealed class AccountsOptions
{
    /// <summary>Who may make an account: whoever was invited, or everybody with an e-mail address.</summary>
    [EnumDataType(typeof(SignUp), ErrorMessage = "Accounts:SignUp must be Invitation or Open.")]
    public SignUp SignUp { get; set; } = SignUp.Invitation;

    /// <summary>How long security events are kept.</summary>
    [Range(30, 3650, ErrorMessage = "Accounts:AuditDays must be a number of days from 30 to 3650.")]
    public int AuditDays { get; set; } = 365;
}

internal enum SignUp
{
    Invitation,
    Open,
}
