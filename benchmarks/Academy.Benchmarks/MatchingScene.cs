using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;

namespace Academy.Benchmarks;

/// <summary>
/// A big site on one evening: learners of forty projects wait, some for days; many of them evaluate as well. Everybody has
/// validated the projects before their own, so the last projects have few evaluators. The seed makes it the same each time.
/// </summary>
internal sealed class MatchingScene(int works, int slots, int seed)
{
    private const int Projects = 40;
    private const int Days = 14;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);
    private static readonly MatchingRules Rules = EvaluationRules.Default.Matching;

    private readonly Random _random = new(seed);
    private readonly List<Person> _people = [];

    private sealed record Person(Guid Id, int Progress, string[] Languages, Guid Household, Rung Rung);

    public MatchingRound Make()
    {
        // One in a hundred is a mentor, three have finished the track; the others are spread over it, more at its beginning.
        for (var i = 0; i < works * 6 / 5; i++)
        {
            var kind = _random.Next(100);
            _people.Add(new(
                NewId(),
                kind < 4 ? Projects : (int)(Projects * Math.Pow(_random.NextDouble(), 1.5)),
                _random.Next(100) switch { < 80 => ["fr"], < 92 => ["fr", "en"], _ => ["en"] },
                i % 20 == 1 ? _people[i - 1].Household : NewId(),
                kind < 1 ? Rung.Mentor : kind < 4 ? Rung.Alumni : Rung.Peer));
        }

        return new(Now, Waiting(), Slots(), [], Encounters()) { Notice = TimeSpan.FromMinutes(EvaluationRules.Default.Slots.NoticeMinutes) };
    }

    private WaitingWork[] Waiting() =>
    [
        .. _people.Where(p => p.Rung == Rung.Peer).Take(works).Select(person =>
        {
            var wait = TimeSpan.FromHours(-20 * Math.Log(1 - _random.NextDouble()));
            return new WaitingWork(NewId(), [person.Id], $"project-{person.Progress}", Now - wait, Rules.RungAfter(wait))
            {
                Languages = person.Languages,
                Households = [person.Household],
                Available = Available(),
                UtcOffset = TimeSpan.FromHours(_random.Next(20) == 0 ? -4 : 1),
            };
        }),
    ];

    /// <summary>Half have said when they have time: some evenings, or some mornings.</summary>
    private Period[] Available()
    {
        if (_random.Next(2) == 0) return [];

        var hour = _random.Next(2) == 0 ? 7 : 16;
        return
        [
            .. Enumerable.Range(0, Days).Where(_ => _random.Next(3) > 0)
                .Select(day => Now.Date.AddDays(day).AddHours(hour)).Select(from => new Period(from, from.AddHours(5))),
        ];
    }

    /// <summary>Few open many slots, many open few; most in the evening, most in the next days.</summary>
    private OpenSlot[] Slots()
    {
        var open = new Dictionary<(Guid, DateTimeOffset), OpenSlot>();
        while (open.Count < slots)
        {
            var person = _people[(int)(_people.Count * Math.Pow(_random.NextDouble(), 2))];
            if (person.Progress == 0) continue;

            var evaluator = new Evaluator(person.Id, person.Rung, [.. Enumerable.Range(0, person.Progress).Select(p => $"project-{p}")], person.Languages)
            {
                Household = person.Household,
            };
            var day = (int)(Days * Math.Pow(_random.NextDouble(), 1.5));
            var hour = _random.Next(3) == 0 ? _random.Next(8, 16) : _random.Next(16, 21);
            var start = new DateTimeOffset(Now.Date.AddDays(day).AddHours(hour).AddMinutes(30 * _random.Next(2)), TimeSpan.Zero);
            if (start > Now) open.TryAdd((person.Id, start), new(NewId(), evaluator, start, start.AddMinutes(30), DateOnly.FromDateTime(start.Date), 3));
        }

        return [.. open.Values];
    }

    /// <summary>What happened in two months: everybody met some others, more often those of the same progress.</summary>
    private Encounter[] Encounters() =>
    [
        .. Enumerable.Range(0, works * 12).Select(_ =>
        {
            var evaluator = _random.Next(_people.Count);
            var learner = (evaluator + 1 + _random.Next(_random.Next(2) == 0 ? 30 : _people.Count - 1)) % _people.Count;
            return new Encounter(_people[evaluator].Id, [_people[learner].Id], Now - TimeSpan.FromDays(60 * _random.NextDouble()));
        }),
    ];

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
