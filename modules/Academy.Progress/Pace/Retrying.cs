using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;

namespace Academy.Progress.Pace;

internal static class Retrying
{
    private const int Tries = 5;

    /// <summary>
    /// Does it anew, from a fresh read, when somebody else has just changed the same rows: a learner's signs, the referent's notices
    /// and the welcome that a peer gives meet in them. Nothing that was not saved stays tracked.
    /// </summary>
    /// <param name="db">In which <paramref name="change"/> reads and saves.</param>
    /// <param name="change">Refuses with <see cref="Refusals.JustChanged"/> when it was overtaken.</param>
    public static async Task<Outcome> RetryAsync(this AcademyDb db, Func<Task<Outcome>> change)
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = await change();
            if (outcome.Refusal != Refusals.JustChanged) return outcome;

            db.ChangeTracker.Clear();
            if (tries == Tries) return outcome;
        }
    }
}
