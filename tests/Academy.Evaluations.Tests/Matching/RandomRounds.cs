using Academy.Evaluations.Matching;

namespace Academy.Evaluations.Tests.Matching;

/// <summary>Small crowded sites, each another, the same each time.</summary>
internal sealed class RandomRounds(int seed)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
    private static readonly string[] Projects = ["shell", "c", "web"];

    private readonly Random _random = new(seed);
    private readonly Guid[] _households = [new("00000000-0000-0000-0000-000000000001"), new("00000000-0000-0000-0000-000000000002"), new("00000000-0000-0000-0000-000000000003")];

    /// <summary>Everybody evaluates as well, and slots overlap: what one may have depends on what the others get.</summary>
    public MatchingRound Entangled(int people)
    {
        var ids = NewIds(people);
        return Round(ids, ids, mates: ids, overlap: true);
    }

    /// <summary>Learners and evaluators are different people.</summary>
    public MatchingRound Plain(int works, int evaluators) => Round(NewIds(works), NewIds(evaluators), mates: NewIds(works), overlap: false);

    private MatchingRound Round(Guid[] learners, Guid[] evaluators, Guid[] mates, bool overlap)
    {
        var open = evaluators.SelectMany(id => Slots(id, overlap)).ToArray();
        return new(
            Now,
            [.. learners.Select((learner, i) => Work(learner, mates[(i + 1) % mates.Length], evaluators, i))],
            open,
            [.. learners.Concat(evaluators).Where(_ => Chance(5)).Select(person => new Engagement(person, Hour(_random.Next(1, 8)), Hour(8)))],
            [.. Enumerable.Range(0, learners.Length).Select(_ => new Encounter(Any(evaluators), [Any(learners)], Now.AddDays(-_random.Next(100))))])
        {
            Notice = TimeSpan.FromHours(_random.Next(2)),
        };
    }

    private WaitingWork Work(Guid learner, Guid mate, Guid[] evaluators, int i) =>
        new(NewId(), Chance(4) ? [learner, mate] : [learner], Any(Projects), Now.AddHours(-i % 5 * 17), (Rung)_random.Next(4))
        {
            Languages = Chance(4) ? ["en"] : ["fr", "en"],
            Households = [Any(_households)],
            Evaluators = Chance(3) ? [Any(evaluators)] : [],
            Available = Chance(2) ? [] : [new(Hour(_random.Next(4)), Hour(_random.Next(5, 9)))],
        };

    private IEnumerable<OpenSlot> Slots(Guid id, bool overlap)
    {
        var evaluator = new Evaluator(id, Chance(5) ? (Rung)_random.Next(3) : Rung.Peer, [.. Projects.Where(_ => Chance(2))], Chance(3) ? ["fr"] : ["en"])
        {
            Household = Chance(3) ? Any(_households) : null,
        };
        var room = _random.Next(3);
        return Enumerable.Range(0, 9).Where(_ => Chance(3))
            .SelectMany(hour => overlap && Chance(2) ? new[] { hour, hour + 0.5 } : [hour])
            .Select(hour => new OpenSlot(NewId(), evaluator, Hour(hour), Hour(hour + 1), DateOnly.FromDateTime(Now.Date), room));
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Any<T>(T[] things) => things[_random.Next(things.Length)];

    private static DateTimeOffset Hour(double hour) => Now.AddHours(hour);

    private Guid[] NewIds(int count) => [.. Enumerable.Range(0, count).Select(_ => NewId())];

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
