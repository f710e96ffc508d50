using Academy.Evaluations.Marks;

namespace Academy.Benchmarks;

/// <summary>
/// 2,000 learners with five works each, and what their peers make of them. What each work deserves is known here, and only here.
/// Of the learners 8 % are lazy (nearly the same good mark to everybody), and about 100 stand in circles of two to four whose
/// members give each other the best marks, on three works; as many are friends who meet as often and stay honest. Everybody
/// else is more or less strict and more or less exact.
/// </summary>
internal sealed class EvaluatedSchool
{
    private const int Learners = 2_000;
    private const int WorksEach = 5;
    private const int FavoursEach = 3;
    private const int CirclesEach = 34;
    private static readonly (Criterion Criterion, int Steps)[] Rubric =
    [
        (new("works", 4), 5), (new("explains", 3), 5), (new("changes", 3), 5), (new("tests", 2), 1),
        (new("reads-well", 2), 5), (new("names", 1), 5), (new("documents", 1), 5), (new("extras", 1), 1),
    ];

    private readonly Random _random;
    private readonly Person[] _people;
    private readonly Dictionary<(int Evaluator, int Learner), int> _meetings = [];
    private readonly HashSet<(int Evaluator, int Learner)> _favours = [];
    private readonly MarkRules _rules = new();

    private sealed record Person(Guid Id, double Bias, double Noise, bool Lazy);

    /// <summary>Truth: the points that the work deserves. Mentor: the sheet of one, should it be asked for.</summary>
    public sealed record Work(Guid Id, Guid Learner, double Truth, IReadOnlyList<Sheet> Sheets, Sheet Mentor);

    public EvaluatedSchool(int evaluators, int seed)
    {
        _random = new(seed);
        _people = [.. Enumerable.Range(0, Learners).Select(_ => new Person(NewId(), Normal(8), 5 + (6 * _random.NextDouble()), _random.Next(100) < 8))];
        Circles = [.. Enumerable.Range(0, CirclesEach).Select(circle => Befriend(circle, inLeague: true))];
        foreach (var circle in Enumerable.Range(CirclesEach, CirclesEach)) Befriend(circle, inLeague: false);
        Works = [.. Enumerable.Range(0, Learners * WorksEach).Select(i => Make(i % Learners, evaluators))];
    }

    public IReadOnlyList<Work> Works { get; }

    /// <summary>Those in league.</summary>
    public IReadOnlyList<IReadOnlyList<Guid>> Circles { get; }

    public IReadOnlyCollection<Criterion> Criteria { get; } = [.. Rubric.Select(r => r.Criterion)];

    /// <summary>Each evaluates works of the next, and the last one those of the first.</summary>
    private IReadOnlyList<Guid> Befriend(int circle, bool inLeague)
    {
        var members = Enumerable.Range(circle * 4, 2 + (circle % 3)).ToArray();
        for (var i = 0; i < members.Length; i++)
        {
            var pair = (members[i], members[(i + 1) % members.Length]);
            _meetings[pair] = FavoursEach;
            if (inLeague) _favours.Add(pair);
        }

        return [.. members.Select(m => _people[m].Id)];
    }

    private Work Make(int learner, int evaluators)
    {
        var quality = 80 + Normal(16);
        double[] deserved = [.. Rubric.Select(r => Step((quality + Normal(12)) / 100, r.Steps))];

        var chosen = new HashSet<int>();
        foreach (var friend in _meetings.Keys.Where(m => m.Learner == learner && _meetings[m] > 0).Take(1).ToArray())
        {
            _meetings[friend]--;
            chosen.Add(friend.Evaluator);
        }

        while (chosen.Count < evaluators)
        {
            var evaluator = _random.Next(Learners);
            if (evaluator != learner) chosen.Add(evaluator);
        }

        return new(NewId(), _people[learner].Id, Points(SheetOf(NewId(), deserved)), [.. chosen.Select(e => Evaluate(e, learner, deserved))], Fill(NewId(), deserved, 0, 4) with { ByMentor = true });
    }

    private Sheet Evaluate(int evaluator, int learner, double[] deserved)
    {
        var person = _people[evaluator];
        if (_favours.Contains((evaluator, learner))) return Fill(person.Id, [.. Rubric.Select(_ => 1.0)], 0, 3);

        return person.Lazy ? Fill(person.Id, [.. Rubric.Select(_ => 0.9)], 0, 4) : Fill(person.Id, deserved, person.Bias, person.Noise);
    }

    /// <summary>Sees the whole better or worse than it is, and each criterion once more; a yes turns into a no only by a gross mistake.</summary>
    private Sheet Fill(Guid evaluator, double[] deserved, double bias, double noise)
    {
        var mood = bias + Normal(noise);
        return SheetOf(evaluator, [.. Rubric.Select((r, i) => Step(deserved[i] + ((mood + Normal(2 * noise)) / (r.Steps == 1 ? 50 : 100)), r.Steps))]);
    }

    private static Sheet SheetOf(Guid evaluator, double[] answers) =>
        new(evaluator, Rubric.Select((r, i) => (r.Criterion.Key, answers[i])).ToDictionary(a => a.Key, a => a.Item2));

    private static double Step(double share, int steps) => Math.Round(Math.Clamp(share, 0, 1) * steps) / steps;

    private double Points(Sheet sheet) => Marking.PointsOf([sheet], Criteria, _rules)!.Value;

    public IReadOnlyCollection<GivenMark> Marks =>
        [.. Works.SelectMany(work => work.Sheets.Select(sheet => new GivenMark(work.Id, sheet.EvaluatorId, [work.Learner], Points(sheet))))];

    private double Normal(double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
