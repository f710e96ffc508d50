using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Academy.Kernel.Data;
using Microsoft.Extensions.Options;

namespace Academy.Accounts.Mail;

/// <summary>Sends a letter by SMTP, or lays it into data/mail where no mail server is set. Called from reactions, which are retried.</summary>
internal sealed class Postbox(IOptions<MailOptions> options, IOptions<DataOptions> data)
{
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var message = new MailMessage(new MailAddress(options.Value.From), new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = Client(message);
        await client.SendMailAsync(message, ct);
    }

    private SmtpClient Client(MailMessage message)
    {
        var smtp = options.Value.Smtp;
        if (smtp.Host != "")
        {
            return new SmtpClient(smtp.Host, smtp.Port)
            {
                EnableSsl = smtp.Tls,
                Credentials = smtp.User == "" ? null : new NetworkCredential(smtp.User, smtp.Password),
            };
        }

        // Readable as it lies there: no link broken over two lines.
        message.BodyTransferEncoding = TransferEncoding.EightBit;
        return new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            DeliveryFormat = SmtpDeliveryFormat.International,
            PickupDirectoryLocation = data.Value.Folder("mail"),
        };
    }
}

/// <param name="To">E-mail address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
internal sealed record Letter(string To, string Subject, string Body);
