using System.Globalization;
using System.Text;

namespace Academy.Evaluations.Tests.Calendar;

/// <summary>Reads iCalendar as RFC 5545 has it, and forgives nothing.</summary>
internal sealed class StrictCalendar
{
    private readonly List<Dictionary<string, string>> _events = [];

    private StrictCalendar()
    {
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Events => _events;

    public Dictionary<string, string> Properties { get; } = [];

    public static StrictCalendar Read(string text)
    {
        text.EndsWith("\r\n", StringComparison.Ordinal).ShouldBeTrue("the last line ends as the others do");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\r");
        foreach (var line in text.Split("\r\n")) Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75, line);

        var calendar = new StrictCalendar();
        var open = new Stack<string>();
        foreach (var line in text.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd('\r', '\n').Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            colon.ShouldBeGreaterThan(0, line);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            name.ShouldAllBe(c => char.IsAsciiLetterUpper(c) || c == '-');
            if (name == "BEGIN")
            {
                open.Push(value);
                if (value == "VEVENT") calendar._events.Add([]);
            }
            else if (name == "END") open.Pop().ShouldBe(value);
            else (open.Peek() == "VEVENT" ? calendar._events[^1] : calendar.Properties).Add(name, value);
        }

        open.ShouldBeEmpty();
        calendar.Properties["VERSION"].ShouldBe("2.0");
        calendar.Properties.ShouldContainKey("PRODID");
        foreach (var entry in calendar.Events)
        {
            foreach (var needed in (string[])["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"]) entry.Keys.ShouldContain(needed);
            Time(entry["DTEND"]).ShouldBeGreaterThan(Time(entry["DTSTART"]));
        }

        calendar.Events.Select(e => e["UID"]).ShouldBeUnique();
        return calendar;
    }

    public static DateTimeOffset Time(string value) =>
        DateTimeOffset.ParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>What the text says: 3.3.11 undone.</summary>
    public static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            (value[i] is ',' or ';').ShouldBeFalse("commas and semicolons are escaped");
            if (value[i] != '\\') text.Append(value[i]);
            else
            {
                i++;
                text.Append(value[i] switch { '\\' => '\\', ';' => ';', ',' => ',', 'n' => '\n', _ => throw new FormatException($"\\{value[i]}") });
            }
        }

        return text.ToString();
    }
}
