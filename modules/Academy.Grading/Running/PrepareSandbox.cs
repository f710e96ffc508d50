using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Repositories;
using Academy.Grading.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Academy.Grading.Running;

/// <summary>
/// While a push is still on its way, a sandbox for its project starts: it then stands by when the commit is there. The first push
/// after a while thus waits no longer than the others.
/// </summary>
internal sealed class PrepareSandbox(IServiceScopeFactory scopes, Grader grader, GradingHealth health, ILogger<PrepareSandbox> log) : IPushWatcher
{
    public void PushBegins(Guid attemptId) => _ = Task.Run(() => PrepareAsync(attemptId));

    internal async Task PrepareAsync(Guid attemptId)
    {
        if (!health.Sandbox.IsGood) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<IEnrolment>().FindAsync(attemptId, CancellationToken.None) is not { } attempt) return;

            var release = await scope.ServiceProvider.GetRequiredService<ICurriculum>().GetAsync(attempt.ReleaseId, CancellationToken.None);
            grader.Prepare(release.Projects[attempt.ProjectSlug].Grading);
        }
        catch (Exception exception)
        {
            // The grading starts one by itself; whatever is wrong, it says so better.
            log.LogDebug(exception, "No sandbox could be prepared for attempt {AttemptId}", attemptId);
        }
    }
}
