using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Evaluations.Recorded;

/// <param name="Link">Address of a video elsewhere.</param>
/// <param name="Text">A written defence, or words beside the video.</param>
/// <param name="Video">A video to keep; null: the one that is there stays.</param>
/// <param name="VideoType">What the browser says it is.</param>
/// <param name="DropsVideo">The video that is there goes.</param>
internal sealed record RecordingWish(string? Link, string? Text, Stream? Video, string? VideoType, bool DropsVideo = false);

/// <summary>A defence without a common time: a video that is sent, one that lies elsewhere, or a text.</summary>
internal sealed class SendRecording(
    AcademyDb db, RecordingFiles files, IOptions<EvaluationsOptions> options, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid attemptId, RecordingWish wish, Guid learnerId, CancellationToken ct)
    {
        if ((await FindAsync(attemptId, learnerId, ct)).Refusal is { } no) return no;

        var (link, text) = (Trimmed(wish.Link), Trimmed(wish.Text));
        if (link is not null && !IsHttps(link)) return Refusals.NotAnHttpsLink;
        if (text is { Length: > Recording.LongestText }) return Refusals.TooLong;
        if (wish.Video is null) return await SaveAsync(attemptId, wish, link, text, null, learnerId, ct);
        if (!RecordingFiles.Types.Contains(wish.VideoType ?? "")) return Refusals.NotAVideo;

        using var received = await files.ReceiveAsync(attemptId, wish.Video, ct);
        if (received is null) return Refusals.VideoTooLarge.With(options.Value.RecordingMegabytes);

        // Sending takes minutes: somebody may have taken it, or things may have changed, since then.
        db.ChangeTracker.Clear();
        return await SaveAsync(attemptId, wish, link, text, received, learnerId, ct);
    }

    private async Task<Outcome<Work>> FindAsync(Guid attemptId, Guid learnerId, CancellationToken ct)
    {
        var work = await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        if (work is null || !work.Has(learnerId)) return Refusals.UnknownWork;
        if (work.CaptainId != learnerId) return Refusals.OnlyTheCaptain;
        // Whoever has looked at it, or will judge an appeal, has to find what was shown.
        if (await db.Set<Evaluation>().AnyAsync(e => e.AttemptId == attemptId && e.IsHeld && (e.Kind == EvaluationKind.Recorded || e.Kind == EvaluationKind.Written), ct))
            return Refusals.RecordingTaken;
        return work.Missing == 0 ? Refusals.NothingMissing : work;
    }

    private async Task<Outcome> SaveAsync(
        Guid attemptId, RecordingWish wish, string? link, string? text, ReceivedVideo? video, Guid learnerId, CancellationToken ct)
    {
        var found = await FindAsync(attemptId, learnerId, ct);
        if (found.IsRefused) return found.Refusal!;

        var now = clock.GetUtcNow();
        var recording = await db.FindAsync<Recording>([attemptId], ct);
        var type = video is not null ? wish.VideoType : wish.DropsVideo ? null : recording?.FileType;
        if (link is null && text is null && type is null) return Refusals.NothingSaid;

        if (recording is null) db.Add(recording = new Recording(attemptId, now));
        recording.Say(link, type, text, now);
        // Whoever takes it, or sends another one, at this very moment changes the work as well: one of the two is refused.
        db.Entry(found.Value!).Property(w => w.Version).IsModified = true;
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        if (saved.IsRefused) return saved;

        if (video is not null) video.Keep();
        else if (type is null) files.Forget(attemptId);
        return saved;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsHttps(string link) =>
        link.Length <= 500 && Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo == "";
}
