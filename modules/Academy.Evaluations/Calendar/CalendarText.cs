using System.Globalization;
using System.Text;

namespace Academy.Evaluations.Calendar;

/// <summary>Writes iCalendar (RFC 5545): lines end with CR LF and have at most 75 octets, texts are escaped.</summary>
internal sealed class CalendarText
{
    private const int MostOctets = 75;

    private readonly StringBuilder _lines = new();

    public CalendarText Line(string name, string value)
    {
        Fold($"{name}:{value}");
        return this;
    }

    public CalendarText Text(string name, string value) => Line(name, Escape(value));

    public CalendarText Time(string name, DateTimeOffset value) =>
        Line(name, value.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public override string ToString() => _lines.ToString();

    /// <summary>3.3.11: backslash, semicolon, comma and line breaks; no other control characters.</summary>
    public static string Escape(string value) => string.Concat(value.ReplaceLineEndings("\n").Select(c => c switch
    {
        '\\' => "\\\\",
        ';' => "\\;",
        ',' => "\\,",
        '\n' => "\\n",
        _ when char.IsControl(c) => "",
        _ => c.ToString(),
    }));

    /// <summary>3.1: a long line goes on after a line break and a space, never in the middle of a character.</summary>
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _lines.Append("\r\n ");
                octets = 1;
            }

            _lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _lines.Append("\r\n");
    }
}
