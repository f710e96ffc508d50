using System.Diagnostics;
using System.Text;
using Academy.Contracts.Curriculum;
using Academy.Grading.Reports;

namespace Academy.Grading.Tests.Reports;

/// <summary>Whatever a program leaves as a report: it is read or refused with a reason, at once, and nothing else ever happens.</summary>
public sealed class ReportFuzzTests
{
    private const int Rounds = 3_000;
    private static readonly TimeSpan MostForOne = TimeSpan.FromSeconds(20);

    private static readonly string[] Words =
    [
        "\"tests\":[", "]", "{", "}", "\"score\":", "NaN", "-1", "1e308", "1e-400", "null", "true", "\"", "\\u0000", "\\ud800", "<testcase name='", "'>", "</testcase>",
        "<failure>", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a [", "&#0;", "&lt;", "<?xml version='1.0' encoding='utf-7'?>", "ok ", "not ok ", "1..", "\n", "    ", "  ---\n",
        "  ...\n", "# SKIP", "# TODO", "Bail out!", "pragma +strict\n", "TAP version 14\n", "99999999999", "\r", "\0", "\u001b[31m", "\u202e", "\uFEFF", "time='", "\"status\":\"pass\"",
    ];

    public static TheoryData<ReportFormat> Formats => [.. Report.Formats];

    [Theory, MemberData(nameof(Formats))]
    public void Random_bytes_are_refused_with_a_reason(ReportFormat format)
    {
        var random = new Random(1);
        for (var i = 0; i < Rounds; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Try(format, bytes);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Words_of_the_formats_in_any_order_are_read_or_refused(ReportFormat format)
    {
        var random = new Random(2);
        for (var i = 0; i < Rounds; i++) Try(format, Encoding.UTF8.GetBytes(string.Concat(random.GetItems(Words, random.Next(30)))));
    }

    [Theory, MemberData(nameof(Formats))]
    public void Good_reports_that_were_spoilt_are_read_or_refused(ReportFormat format)
    {
        var random = new Random(3);
        var good = GoodOnes(format);
        for (var i = 0; i < Rounds; i++)
        {
            var bytes = good[random.Next(good.Count)].ToList();
            for (var changes = random.Next(1, 5); changes > 0; changes--) Spoil(bytes, random);
            Try(format, [.. bytes]);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_report_of_another_format_is_read_or_refused(ReportFormat format)
    {
        foreach (var other in Report.Formats.SelectMany(GoodOnes)) Try(format, other);
    }

    [Theory, MemberData(nameof(Formats))]
    public void The_largest_reports_take_no_more_than_a_moment(ReportFormat format)
    {
        var size = ReportReader.MaxBytes(format);
        foreach (var part in new[] { "[", "{\"a\":", "<a>", "<a b='' ", "    ", "ok \n", "not ok a # SKIP", "#", " # ", "\\\\#", "\"", "&lt;", "<testcase name='a'><failure/></testcase>", "\n  ---\n", "é", "- " })
        {
            foreach (var start in new[] { "", "<testsuite>", "<testsuite><testcase name='a'><failure>", "ok 1 ", "1..1\nok 1\n  ---\n", "{\"status\":\"fail\",\"message\":\"" })
            {
                var text = new StringBuilder(start);
                while (text.Length < size / 2) text.Insert(text.Length, part, 1000);
                Try(format, Encoding.UTF8.GetBytes(text.ToString(0, size / 2)));
            }
        }
    }

    private static List<byte[]> GoodOnes(ReportFormat format) =>
    [
        .. format switch
        {
            ReportFormat.JUnit => ["pytest.junit.xml", "node.junit.xml", "bats.junit.xml"],
            ReportFormat.Tap => ["node.tap", "bats.tap", "bats13.tap", "perl.tap"],
            ReportFormat.Ctrf => ["ctrf.json"],
            ReportFormat.Exercism => ["exercism-v1.json", "exercism-v2.json", "exercism-v3.json"],
            ReportFormat.Gradescope => ["gradescope.json"],
            _ => (string[])["prairielearn.json"],
        } is var files ? files.Select(Report.Bytes) : [],
    ];

    private static void Spoil(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(4))
        {
            case 0:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at));
                break;
            case 2 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            default:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.Skip(at).Take(random.Next(80)).ToArray());
                break;
        }
    }

    private static void Try(ReportFormat format, byte[] bytes)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var report = ReportReader.Read(format, bytes);
            report.Count.ShouldBeLessThanOrEqualTo(TestReport.MaxCases);
            report.Find("a")?.PointsOf(1).ShouldBeInRange(0, 1);
        }
        catch (InvalidReportException e)
        {
            e.Message.Length.ShouldBeInRange(10, 1000);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{format}: {e.GetType().Name} for {Convert.ToBase64String(bytes.AsSpan(0, Math.Min(600, bytes.Length)))}", e);
        }

        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(MostForOne, $"{format}, {Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(80, bytes.Length)))}");
    }
}
