using Academy.Kernel.Data;
using Microsoft.Extensions.Logging;

namespace Academy.Evaluations.Jobs;

/// <summary>One bad row, one step that fails, stops nobody else: it is written down, and tried again at the next run.</summary>
internal sealed class OneByOne(AcademyDb db, ILogger<OneByOne> log)
{
    public async Task RunAsync<T>(IEnumerable<T> rows, Func<T, Task> run, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            db.ChangeTracker.Clear();
            try
            {
                await run(row);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "{Row} failed; the others go on", row);
            }
        }
    }
}
