namespace Academy.Testing;

/// <summary>Waits for a condition, not for a time.</summary>
public static class Until
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    /// <exception cref="TimeoutException">It never came true.</exception>
    public static Task TrueAsync(Func<Task<bool>> condition, string what = "the condition") => TrueAsync(condition, () => what);

    /// <param name="condition">Asked again and again.</param>
    /// <param name="what">Said when it never came true: what was waited for, and what was seen last.</param>
    /// <exception cref="TimeoutException">It never came true.</exception>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException($"Waited {Longest.TotalSeconds} s in vain for {what()}.");
            await Task.Delay(Between);
        }
    }

    /// <summary>The first answer that is not null.</summary>
    public static async Task<T> NotNullAsync<T>(Func<Task<T?>> find, string what = "the answer") where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await find()) is not null, what);
        return found!;
    }
}
