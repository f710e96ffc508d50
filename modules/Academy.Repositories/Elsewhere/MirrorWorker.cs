using Academy.Kernel.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Academy.Repositories.Elsewhere;

/// <summary>Does what is handed in from elsewhere, a few at a time: other sites may be slow.</summary>
internal sealed class MirrorWorker(IServiceScopeFactory scopes, MirrorSignal signal, TimeProvider clock, ILogger<MirrorWorker> log)
    : QueueWorker<MirrorNext>(scopes, signal, TimeSpan.FromSeconds(15), clock, log);
