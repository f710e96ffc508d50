using System.Globalization;
using System.Text;
using System.Xml;

namespace Academy.Grading.Reports;

/// <summary>
/// Reads JUnit XML as many tools write it: suites may nest; a case without a child result has passed. No DTD is read, so no
/// entity can grow.
/// </summary>
internal static class JUnitReport
{
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <exception cref="InvalidReportException">The document is not JUnit XML.</exception>
    public static TestReport Read(ReadOnlyMemory<byte> xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml.ToArray(), writable: false), Settings);
            return Read(reader);
        }
        catch (XmlException e)
        {
            throw new InvalidReportException($"The report is not XML: {e.Message}");
        }
    }

    private static TestReport Read(XmlReader reader)
    {
        var report = new TestReport();
        var suites = new Stack<string>();
        reader.MoveToContent();
        if (reader.LocalName is not ("testsuites" or "testsuite"))
            throw new InvalidReportException($"The report begins with <{reader.LocalName}>, not with <testsuites> or <testsuite>.");

        do
        {
            if (reader.Depth > MaxDepth) throw new InvalidReportException($"The report is nested deeper than {MaxDepth} elements.");
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, LocalName: "testsuite", IsEmptyElement: false }:
                    suites.Push(reader.GetAttribute("name") ?? "");
                    break;
                case { NodeType: XmlNodeType.EndElement, LocalName: "testsuite" }:
                    suites.Pop();
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "testcase" }:
                    ReadCase(reader, report, suites);
                    break;
            }
        }
        while (reader.Read());
        return report;
    }

    private static void ReadCase(XmlReader reader, TestReport report, Stack<string> suites)
    {
        var className = reader.GetAttribute("classname");
        var name = reader.GetAttribute("name") ?? throw new InvalidReportException("A <testcase> has no name.");
        // Tools that nest suites rather than name classes, such as node --test, tell two cases apart by their suites.
        var path = string.Join(" > ", suites.Reverse().Where(s => s != "").Append(name));
        var test = new ReportedTest(ReportedStatus.Passed) { Duration = ReadSeconds(reader.GetAttribute("time")) };
        if (!reader.IsEmptyElement) test = ReadResult(reader, test);
        report.Add(string.IsNullOrEmpty(className) ? name : $"{className}.{name}", test, path);
    }

    private static ReportedTest ReadResult(XmlReader reader, ReportedTest test)
    {
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1) continue;
            test = reader.LocalName switch
            {
                "failure" or "error" => ReadMessage(reader, test, ReportedStatus.Failed),
                "skipped" => ReadMessage(reader, test, ReportedStatus.Skipped),
                "system-out" => test with { Output = test.Output + ReadText(reader) },
                _ => test,
            };
        }

        return test;
    }

    private static ReportedTest ReadMessage(XmlReader reader, ReportedTest test, ReportedStatus status)
    {
        // The attribute is the summary; the text behind it is often a whole stack.
        var (said, type) = (reader.GetAttribute("message"), reader.GetAttribute("type"));
        var text = ReadText(reader).Trim();
        var message = new[] { said, text, type }.FirstOrDefault(m => !string.IsNullOrWhiteSpace(m));
        return test.Status >= status && test.Message is not null ? test : test with { Status = Worse(test.Status, status), Message = message };
    }

    private static ReportedStatus Worse(ReportedStatus one, ReportedStatus other) => one > other ? one : other;

    /// <summary>All text below an element, and the reader at its end.</summary>
    private static string ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var (depth, text) = (reader.Depth, new StringBuilder());
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth > MaxDepth) throw new InvalidReportException($"The report is nested deeper than {MaxDepth} elements.");
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(reader.Value);
        }

        return text.ToString();
    }

    private static TimeSpan ReadSeconds(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return TimeSpan.Zero;
        // Maven writes 1,234.5 for more than a quarter of an hour.
        if (!double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var seconds))
            throw new InvalidReportException($"“{text}” is not a duration in seconds.");
        return ReportedTime.OfSeconds(seconds, "`time`");
    }
}
