using Academy.Contracts.Notifications;
using Academy.Kernel.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Notices;

/// <summary>A notice in words, in the language of the moment.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">A few sentences; null: the title says it all.</param>
internal sealed record NoticeWords(string Title, string? Body)
{
    /// <param name="texts">Translations.</param>
    /// <param name="title">English text.</param>
    /// <param name="body">English text.</param>
    /// <param name="args">For the places of both.</param>
    /// <param name="zone">The reader's time zone, IANA.</param>
    public static NoticeWords Of(IStringLocalizer texts, string title, string? body, IReadOnlyList<NoticeArg> args, string zone)
    {
        object[] places = [.. args.Select(arg => Written(arg, zone))];
        return new NoticeWords(texts[title, places], body is null ? null : texts[body, places].Value);
    }

    private static string Written(NoticeArg arg, string zone) => arg switch
    {
        { Time: { } time } => time.In(zone).Written(),
        { Written: { } text } => VisibleText.Line(text.ToString()),
        _ => VisibleText.Line(arg.Plain ?? ""),
    };
}
