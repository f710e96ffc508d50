using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Subjects;
using Academy.Kernel.Texts;
using Academy.Kernel.Typesetting;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.RulesGuide;

/// <summary>docs/rules.&lt;language&gt;.md with the academy's own numbers in it, as learners read it.</summary>
internal sealed partial class ReadRulesGuide(Typesetter typesetter, IStringLocalizer texts, HtmlEncoder encoder)
{
    public async Task<Subject> RunAsync(Rules rules, CancellationToken ct)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr";
        var document = SubjectPipeline.Parse(Fill(Source(language), Numbers(rules)));
        PrepareSubject.Run(document, "/rules/", language);
        await new TypesetSubject(typesetter, texts).RunAsync(document, ct);
        return new Subject(language, new SubjectHtml(texts, encoder).Render(document), PrepareSubject.Headings(document), "");
    }

    /// <exception cref="KeyNotFoundException">The text names a number that there is not.</exception>
    public static string Fill(string markdown, IReadOnlyDictionary<string, string> numbers) =>
        Place().Replace(markdown, match => numbers[match.Groups[1].Value]);

    public static string Source(string language)
    {
        using var stream = typeof(ReadRulesGuide).Assembly.GetManifestResourceStream($"rules.{language}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public IReadOnlyDictionary<string, string> Numbers(Rules rules)
    {
        var (pace, evaluation) = (rules.Pace, rules.Evaluation);
        var numbers = new Dictionary<string, int>
        {
            ["passMark"] = rules.PassMark,
            ["leastWeeklyHours"] = pace.LeastWeeklyHours,
            ["mostWeeklyHours"] = pace.MostWeeklyHours,
            ["silenceDays"] = pace.SilenceDays,
            ["cap"] = evaluation.Points.Cap,
            ["noticeMinutes"] = evaluation.Slots.NoticeMinutes,
            ["horizonDays"] = evaluation.Slots.HorizonDays,
            ["revealMinutes"] = evaluation.Appointments.RevealMinutes,
            ["noShowMinutes"] = evaluation.Appointments.NoShowMinutes,
            ["lateCancelMinutes"] = evaluation.Appointments.LateCancelMinutes,
            ["silentHours"] = evaluation.Appointments.SilentHours,
            ["recordedWithinHours"] = evaluation.Appointments.RecordedWithinHours,
            ["recordedTakeHours"] = evaluation.Appointments.RecordedTakeHours,
            ["alumniHours"] = evaluation.Matching.AlumniHours,
            ["mentorHours"] = evaluation.Matching.MentorHours,
            ["recordedHours"] = evaluation.Matching.RecordedHours,
            ["meetAgainDays"] = evaluation.Matching.MeetAgainDays,
            ["thirdDifference"] = evaluation.Marks.ThirdDifference,
        };
        var filled = numbers.ToDictionary(n => n.Key, n => n.Value.ToString(CultureInfo.CurrentCulture));
        foreach (var (name, points) in new[]
        {
            ("start", evaluation.Points.Start), ("cost", evaluation.Points.Cost), ("reward", evaluation.Points.Reward),
            ("weeklyGift", evaluation.Points.WeeklyGift),
        })
        {
            filled[name] = texts.Count(points, "{0} point", "{0} points");
        }

        filled["appealTokens"] = texts.Count(evaluation.AppealTokens, "{0} appeal", "{0} appeals");
        filled["waitHours"] = string.Join(", ", rules.Attempts.WaitHours.Select((hours, i) => texts["{0} h after failure {1}", hours, i + 1].Value));
        return filled;
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();
}
