using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Academy.Accounts.Mail;

/// <summary>Section "Mail".</summary>
internal sealed class MailOptions : IValidatableObject
{
    /// <summary>The sender: "Academy &lt;academy@example.org&gt;".</summary>
    public string From { get; set; } = "Academy <academy@localhost>";

    public SmtpOptions Smtp { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailAddress.TryCreate(From, out _))
            yield return new ValidationResult("Mail:From must be an e-mail address, with or without a name: Academy <academy@example.org>.");
        if (Smtp.Port is < 1 or > 65535)
            yield return new ValidationResult("Mail:Smtp:Port must be a port number, for example 587.");
        if (Smtp.User == "" != (Smtp.Password == ""))
            yield return new ValidationResult("Mail:Smtp:User and Mail:Smtp:Password must be given together.");
    }
}

/// <summary>Section "Mail:Smtp".</summary>
internal sealed class SmtpOptions
{
    /// <summary>Empty: mails become files in data/mail.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>STARTTLS. Only a server on this machine may do without.</summary>
    public bool Tls { get; set; } = true;
}
