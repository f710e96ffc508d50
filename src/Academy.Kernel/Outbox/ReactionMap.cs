using Academy.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Kernel.Outbox;

/// <summary>Which reactions there are to which event.</summary>
public sealed class ReactionMap(IEnumerable<Reaction> reactions)
{
    private readonly ILookup<Type, Reaction> _byEvent = reactions.ToLookup(r => r.Event);
    private readonly Dictionary<string, Reaction> _byName = reactions.ToDictionary(r => r.Name);

    /// <summary>The reactions to an event, none when nobody cares.</summary>
    public IEnumerable<Reaction> For(Type happened) => _byEvent[happened];

    /// <summary>The reaction with this name; null when the module that had it is gone.</summary>
    public Reaction? Named(string name) => _byName.GetValueOrDefault(name);
}

/// <param name="Name">Full name of the reaction's type; stored with each message.</param>
/// <param name="Event">Type of the event.</param>
/// <param name="RunAsync">Runs the reaction on the event, resolved from a scope.</param>
public sealed record Reaction(string Name, Type Event, Func<IServiceProvider, object, CancellationToken, Task> RunAsync);

/// <summary>Registers reactions.</summary>
public static class ReactionSetup
{
    /// <summary>Runs <typeparamref name="TReaction"/> whenever <typeparamref name="TEvent"/> was published.</summary>
    public static IServiceCollection AddReaction<TEvent, TReaction>(this IServiceCollection services)
        where TEvent : IEvent
        where TReaction : class, IReaction<TEvent>
    {
        services.AddScoped<TReaction>();
        return services.AddSingleton(new Reaction(
            typeof(TReaction).FullName!,
            typeof(TEvent),
            (scope, happened, ct) => scope.GetRequiredService<TReaction>().RunAsync((TEvent)happened, ct)));
    }
}
