namespace Academy.Contracts.Repositories;

/// <summary>
/// Hears that somebody's git begins to push, before a commit has arrived: time to make ready what will be needed. Nothing may
/// come of it, and it is said as often as git asks. Repositories calls each watcher that is registered.
/// </summary>
public interface IPushWatcher
{
    /// <summary>Returns at once, and never throws: the push waits.</summary>
    void PushBegins(Guid attemptId);
}
