using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Live;

/// <summary>The sentence behind each finding and verdict.</summary>
internal static class FindingTexts
{
    public static string Say(IStringLocalizer texts, TestResult result, GradedTest test) => (test.Message, result.Reason) switch
    {
        (null, _) => Sentence(texts, result, test),
        ({ } message, FindingReason.OutputDiffers or FindingReason.WrongExitCode or FindingReason.FileMissing or FindingReason.FileDiffers or FindingReason.TestSays) =>
            message.ToString(),
        // The author says why, we say where.
        ({ } message, FindingReason.FileRequired or FindingReason.CallForbidden or FindingReason.ModuleForbidden or FindingReason.NormBroken) =>
            $"{message} {Sentence(texts, result, test)}",
        _ => Sentence(texts, result, test),
    };

    private static string Sentence(IStringLocalizer texts, TestResult result, GradedTest test) => result.Reason switch
    {
        FindingReason.None => "",
        FindingReason.OutputDiffers when test.Expect?.Compare == Comparison.Contains =>
            texts["What your program printed does not contain what is expected."],
        FindingReason.OutputDiffers => texts["What your program printed is not what is expected."],
        FindingReason.WrongExitCode => texts["Your program ended with exit code {0}; {1} is expected.", result.Detail ?? "?", test.Expect?.ExitCode ?? 0],
        FindingReason.FileMissing => texts["The file {0} was not written.", result.Detail ?? ""],
        FindingReason.FileDiffers => texts["The content of the file {0} is not what is expected.", result.Detail ?? ""],
        FindingReason.TestSays => result.Detail is { Length: > 0 } said ? said : texts["This test did not pass."],
        FindingReason.TimedOut => texts["Your program was stopped after {0} seconds. Is there a loop that never ends, or does it wait for input?", result.Detail ?? ""],
        FindingReason.OutOfMemory => texts["Your program used more than {0} MB of memory.", result.Detail ?? ""],
        FindingReason.TooManyProcesses => texts["Your program started more than {0} processes.", result.Detail ?? ""],
        FindingReason.OutputTooLarge => texts["Your program printed more than {0} kB.", result.Detail ?? ""],
        FindingReason.DiskFull => texts["Your program filled its disk of {0} MB.", result.Detail ?? ""],
        FindingReason.NotReported => texts["The tests ended before this one said how it went. Does your code stop the program, for example with exit?"],
        FindingReason.NotRun => texts["Not run, because of what went wrong before."],
        FindingReason.Skipped => result.Detail is { Length: > 0 } why ? texts["The tests left this one out: {0}", why] : texts["The tests left this one out."],
        FindingReason.FilesRefused => texts["Your files could not be put in place: {0}", result.Detail ?? ""],
        FindingReason.FileRequired => texts["Missing, or not a file: {0}", result.Detail ?? ""],
        FindingReason.CallForbidden => texts["{0} may not be called here; {1} calls it on line {2}.", Place(result)],
        FindingReason.ModuleForbidden => texts["{0} may not be used here; {1} uses it on line {2}.", Place(result)],
        FindingReason.NormBroken => texts["Your code does not follow the norm yet."],
        FindingReason.ServiceSilent => texts["Nothing listened on port {0} within {1} seconds. Is it the port that your program listens on?", Place(result)],
        FindingReason.ServiceMute => texts["Your program took connections on port {0}, but gave no answer within {1} seconds.", Place(result)],
        FindingReason.ServiceEnded => texts["Your program ended with exit code {0}. It has to go on and wait for requests.", result.Detail ?? "?"],
        _ => throw new InvalidOperationException($"{result.Reason} has no sentence."),
    };

    // What, where, on which line.
    private static object[] Place(TestResult result) => [.. (result.Detail ?? "").Split('\t'), "", "", ""];

    /// <summary>What a verdict means to the learner.</summary>
    public static string Say(IStringLocalizer texts, Verdict verdict) => verdict switch
    {
        Verdict.Passed => texts["Passed"],
        Verdict.Failed => texts["Not yet"],
        Verdict.BuildFailed => texts["The build failed"],
        Verdict.TimedOut => texts["Too slow, or without end"],
        Verdict.OutOfMemory => texts["Too much memory"],
        Verdict.TooManyProcesses => texts["Too many processes"],
        Verdict.OutputTooLarge => texts["Too much output"],
        Verdict.DiskFull => texts["Disk full"],
        Verdict.InvalidReport => texts["The test report could not be read"],
        Verdict.PlatformError => texts["A fault on our side"],
        Verdict.NotReady => texts["Your program never answered"],
        _ => throw new InvalidOperationException($"{verdict} has no text."),
    };
}
