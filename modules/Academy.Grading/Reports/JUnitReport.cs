using System.Globalization;
using System.Xml;

namespace Academy.Grading.Reports;

/// <summary>
/// Reads JUnit XML as many tools write it: suites may nest; a case without a child result has passed. No DTD is read, so no
/// entity can grow.
/// </summary>
internal static class JUnitReport
{
    private const int MaxCases = 10_000;

    /// <exception cref="InvalidReportException">The document is not JUnit XML.</exception>
    public static IReadOnlyDictionary<string, ReportedCase> Read(Stream xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 16_000_000,
            CheckCharacters = false,
        };
        var cases = new Dictionary<string, ReportedCase>();
        try
        {
            using var reader = XmlReader.Create(xml, settings);
            reader.MoveToContent();
            if (reader.LocalName is not ("testsuites" or "testsuite"))
                throw new InvalidReportException($"The report begins with <{reader.LocalName}>, not with <testsuites> or <testsuite>.");

            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "testcase") continue;
                var reported = ReadCase(reader);
                // The same name twice: it only counts as passed if it passed each time.
                if (!cases.TryGetValue(reported.Name, out var earlier) || earlier.Passed) cases[reported.Name] = reported;
                if (cases.Count > MaxCases) throw new InvalidReportException($"The report has more than {MaxCases} cases.");
            }
        }
        catch (XmlException e)
        {
            throw new InvalidReportException($"The report is not XML: {e.Message}");
        }

        return cases;
    }

    private static ReportedCase ReadCase(XmlReader reader)
    {
        var className = reader.GetAttribute("classname");
        var name = reader.GetAttribute("name") ?? throw new InvalidReportException("A <testcase> has no name.");
        if (!string.IsNullOrEmpty(className)) name = $"{className}.{name}";
        var duration = ReadSeconds(reader.GetAttribute("time"));

        var (passed, message) = (true, (string?)null);
        using var content = reader.ReadSubtree();
        content.Read();
        while (content.Read())
        {
            if (content.NodeType != XmlNodeType.Element || content.LocalName is not ("failure" or "error" or "skipped")) continue;
            passed = false;
            var said = content.GetAttribute("message");
            // The attribute is the summary; the text behind it is often a whole stack.
            message ??= string.IsNullOrWhiteSpace(said) ? content.ReadElementContentAsString().Trim() : said;
        }

        return new ReportedCase(name, passed, message, duration);
    }

    private static TimeSpan ReadSeconds(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return TimeSpan.Zero;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || !(seconds is >= 0 and < 1e6))
            throw new InvalidReportException($"“{text}” is not a duration in seconds.");
        return TimeSpan.FromSeconds(seconds);
    }
}

/// <param name="Name">classname, a dot, name.</param>
/// <param name="Passed">Ran, and nothing was wrong.</param>
/// <param name="Message">What the author's test says; null when it says nothing.</param>
/// <param name="Duration">As reported.</param>
internal sealed record ReportedCase(string Name, bool Passed, string? Message, TimeSpan Duration);

/// <summary>A report that cannot be understood; the message says why.</summary>
internal sealed class InvalidReportException(string message) : Exception(message);
