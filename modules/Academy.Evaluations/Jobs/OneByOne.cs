using System.Runtime.CompilerServices;
using Academy.Kernel.Data;
using Microsoft.Extensions.Logging;

namespace Academy.Evaluations.Jobs;

/// <summary>
/// One bad row, one step that fails, stops nobody else: it is written down, and tried again at the next run. Each begins with
/// nothing tracked, so it reads for itself what it changes.
/// </summary>
internal sealed class OneByOne(AcademyDb db, ILogger<OneByOne> log)
{
    public async Task RunAsync<T>(IEnumerable<T> rows, Func<T, Task> run, CancellationToken ct, [CallerArgumentExpression(nameof(run))] string what = "")
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
                log.LogError(e, "{What} failed for {Row}; the others go on", what, row is Delegate step ? step.Method.Name : row);
            }
        }
    }
}
