using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;
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
    private static readonly Criterion[] Criteria =
    [
        Scale("works", 4), Scale("explains", 3), Scale("changes", 3), YesNo("tests", 2),
        Scale("reads-well", 2), Scale("names", 1), Scale("documents", 1), YesNo("extras", 1),
    ];

    private readonly Random _random;
    private readonly Person[] _people;
    private readonly Dictionary<(int Evaluator, int Learner), int> _meetings = [];
    private readonly HashSet<(int Evaluator, int Learner)> _favours = [];

    private sealed record Person(Guid Id, double Bias, double Noise, bool Lazy);

    /// <summary>Truth: the points that the work deserves. Mentor: the sheet of one, should it be asked for.</summary>
    public sealed record Work(Guid Id, Guid Learner, double Truth, IReadOnlyList<(Guid Evaluator, GivenEvaluation Given)> Given, GivenEvaluation Mentor);

    public EvaluatedSchool(int evaluators, int seed)
    {
        _random = new(seed);
        Plan = new(evaluators, 30, GraderWeight: 0, new Rubric(null, [new(Text.Of("The work"), null, Criteria)], [EvaluationFlag.Ok], []));
        _people = [.. Enumerable.Range(0, Learners).Select(_ => new Person(NewId(), Normal(8), 5 + (6 * _random.NextDouble()), _random.Next(100) < 8))];
        Circles = [.. Enumerable.Range(0, CirclesEach).Select(circle => Befriend(circle, inLeague: true))];
        foreach (var circle in Enumerable.Range(CirclesEach, CirclesEach)) Befriend(circle, inLeague: false);
        Works = [.. Enumerable.Range(0, Learners * WorksEach).Select(i => Make(i % Learners, evaluators))];
    }

    public IReadOnlyList<Work> Works { get; }

    /// <summary>Those in league.</summary>
    public IReadOnlyList<IReadOnlyList<Guid>> Circles { get; }

    /// <summary>People alone make the mark here: what is measured is what they do to it.</summary>
    public EvaluationPlan Plan { get; }

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
        double[] deserved = [.. Criteria.Select(c => Step((quality + Normal(12)) / 100, c))];

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

        return new(
            NewId(), _people[learner].Id, (double)WorkMark.ByPeople(Plan.Rubric, [SheetOf(deserved)]),
            [.. chosen.Select(e => (_people[e].Id, Evaluate(e, learner, deserved)))], Fill(deserved, 0, 4));
    }

    private GivenEvaluation Evaluate(int evaluator, int learner, double[] deserved)
    {
        var person = _people[evaluator];
        if (_favours.Contains((evaluator, learner))) return Fill([.. Criteria.Select(_ => 1.0)], 0, 3);

        return person.Lazy ? Fill([.. Criteria.Select(_ => 0.9)], 0, 4) : Fill(deserved, person.Bias, person.Noise);
    }

    /// <summary>Sees the whole better or worse than it is, and each criterion once more; a yes turns into a no only by a gross mistake.</summary>
    private GivenEvaluation Fill(double[] deserved, double bias, double noise)
    {
        var mood = bias + Normal(noise);
        return SheetOf([.. Criteria.Select((c, i) => Step(deserved[i] + ((mood + Normal(2 * noise)) / (c.Most == 1 ? 50 : 100)), c))]);
    }

    private static GivenEvaluation SheetOf(double[] shares) => GivenEvaluation.Of(
        Sheet.Empty with { Answers = Criteria.Select((c, i) => (c.Id, new Answer((int)Math.Round(shares[i] * c.Most), ""))).ToDictionary() },
        EvaluationRules.Default);

    private static double Step(double share, Criterion criterion) => Math.Round(Math.Clamp(share, 0, 1) * criterion.Most) / criterion.Most;

    private static Criterion Scale(string id, int weight) => new(id, CriterionKind.Scale, Text.Of(id), null, weight);

    private static Criterion YesNo(string id, int weight) => new(id, CriterionKind.YesNo, Text.Of(id), null, weight);

    public IReadOnlyCollection<GivenMark> Marks =>
        [.. Works.SelectMany(work => work.Given.Select(g => new GivenMark(work.Id, g.Evaluator, [work.Learner], g.Given.Percent(Plan.Rubric))))];

    private double Normal(double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
