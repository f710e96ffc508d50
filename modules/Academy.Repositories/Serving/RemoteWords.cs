using System.Globalization;
using Academy.Contracts.Accounts;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Web;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Serving;

/// <summary>What the site says on the terminal of somebody who pushes, in that person's language.</summary>
internal sealed class RemoteWords(
    IStringLocalizer texts, SiteAddress site, IPeople people, IEnrolment enrolment, IOptions<RepositoryOptions> options, TimeProvider clock)
{
    /// <summary>The language of the account; a terminal often asks for English without meaning it.</summary>
    public async Task<CultureInfo> LanguageOfAsync(Guid personId, CancellationToken ct) =>
        (await people.FindAsync([personId], ct)).GetValueOrDefault(personId) is { } person
            ? CultureInfo.GetCultureInfo(person.Language)
            : CultureInfo.CurrentUICulture;

    /// <param name="repository">Where to.</param>
    /// <param name="commands">What was asked.</param>
    /// <param name="answer">What git answered.</param>
    /// <param name="taken">What came of it.</param>
    public async Task<IReadOnlyList<string>> AboutAsync(
        Repository repository, PushCommands commands, PushAnswer answer, TakenIn taken, CancellationToken ct)
    {
        if (answer.WasTooLarge) return Framed(TooLarge(taken.Room));
        if (answer.TookTooLong) return Framed(texts["Your push takes too long to check, so it was stopped. Push fewer or smaller files."]);
        if (commands.Updates.FirstOrDefault(u => u.Name == BareRepository.MainRef) is { } main)
            return AboutMain(repository, main, answer, taken.Head, await TooLateAsync(repository.AttemptId, ct));

        return commands.Updates.Any(u => !u.IsDeletion && answer.Accepted(u.Name))
            ? Framed(texts["Saved. Only the branch {0} is graded.", BareRepository.MainBranch])
            : [];
    }

    private string[] AboutMain(Repository repository, RefUpdate main, PushAnswer answer, string? head, string? tooLate)
    {
        if (main.IsDeletion) return Framed(texts["The branch {0} is the one that is graded: it cannot be deleted.", BareRepository.MainBranch]);
        if (head is null && !answer.Accepted(main.Name)) return [];

        if (tooLate is not null) return Framed(tooLate);

        var sentence = head is null ? texts["Saved. It will be graded in a moment. Watch it here:"] : texts["Being graded now. Watch it here:"];
        // With the commit, the address leads to its own grading.
        var grading = head is null ? "" : $"/gradings/{head}";
        return Framed(sentence, site.Of($"/attempts/{repository.AttemptId}{grading}"));
    }

    /// <summary>Why a push is not graded; null: it is.</summary>
    private async Task<string?> TooLateAsync(Guid attemptId, CancellationToken ct)
    {
        if (await enrolment.FindAsync(attemptId, ct) is not { } attempt || !(clock.GetUtcNow() > attempt.ClosesAt)) return null;

        return attempt.State switch
        {
            AttemptState.HandedIn => texts["Saved, but your work is handed in: what is pushed now is not graded."],
            AttemptState.GivenUp => texts["Saved, but you gave this work up: what is pushed now is not graded. Begin another attempt on the page of the project."],
            AttemptState.Validated => texts["Saved, but this work is already validated: what is pushed now is not graded. For a better mark, begin another attempt on the page of the project."],
            AttemptState.Failed => texts["Saved, but this attempt is over: what is pushed now is not graded. Begin another attempt on the page of the project."],
            _ => texts["Saved, but the exam is over: what is pushed now is not graded."],
        };
    }

    private string TooLarge(long room)
    {
        var limits = options.Value;
        var left = room / (1024 * 1024);
        return left >= limits.MaxPushMegabytes
            ? texts["Your push is too large: one push may have {0} MB. Take large files out of your commits, then push again.", limits.MaxPushMegabytes]
            : texts["Your repository is nearly full: it may have {0} MB, and {1} MB are left. Take large files out of your commits, or ask a trainer for help.", limits.MaxRepositoryMegabytes, left];
    }

    private static string[] Framed(params string[] lines) => ["", .. lines.Select(line => "  " + line), ""];
}
