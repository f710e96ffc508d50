namespace Academy.Evaluations.Matching;

/// <summary>Who evaluated whom lately, and who is about to; tells how near that brings an evaluator to a work's learners.</summary>
internal sealed class Encounters
{
    private readonly List<int>[] _evaluated;
    private readonly List<int>[] _evaluatedBy;
    private readonly List<int>[] _met;
    private readonly int[] _given;

    public Encounters(Candidates candidates)
    {
        (_evaluated, _evaluatedBy, _met) = (Empty(), Empty(), Empty());
        _given = new int[candidates.People];
        foreach (var (evaluator, learners, ago) in candidates.Encounters)
        {
            var isRecent = ago < TimeSpan.FromDays(candidates.Rules.MeetAgainDays);
            if (isRecent) _given[evaluator]++;
            foreach (var learner in learners)
            {
                if (ago < TimeSpan.FromDays(candidates.Rules.CircleDays)) Link(evaluator, learner);
                if (!isRecent) continue;

                _met[evaluator].Add(learner);
                _met[learner].Add(evaluator);
            }
        }

        List<int>[] Empty() => [.. Enumerable.Range(0, candidates.People).Select(_ => new List<int>())];
    }

    /// <summary>How many evaluations this person has given lately, booked ones and those of this round included.</summary>
    public int GivenBy(int evaluator) => _given[evaluator];

    public void Add(int evaluator, int[] learners)
    {
        _given[evaluator]++;
        foreach (var learner in learners) Link(evaluator, learner);
    }

    public void Remove(int evaluator, int[] learners)
    {
        _given[evaluator]--;
        foreach (var learner in learners)
        {
            _evaluated[evaluator].Remove(learner);
            _evaluatedBy[learner].Remove(evaluator);
        }
    }

    private void Link(int evaluator, int learner)
    {
        _evaluated[evaluator].Add(learner);
        _evaluatedBy[learner].Add(evaluator);
    }

    /// <summary>A look from some learners at everybody; a new look, or a change of the encounters, makes the old one stale.</summary>
    public sealed class View(Encounters encounters)
    {
        private readonly int[] _metIn = new int[encounters._met.Length];
        private readonly int[] _nearIn = new int[encounters._met.Length];
        private readonly int[] _farIn = new int[encounters._met.Length];
        private int _look;

        public void From(int[] learners)
        {
            _look++;
            foreach (var learner in learners)
            {
                foreach (var met in encounters._met[learner]) _metIn[met] = _look;
                foreach (var near in encounters._evaluated[learner])
                {
                    _nearIn[near] = _look;
                    foreach (var far in encounters._evaluated[near]) _farIn[far] = _look;
                }
            }
        }

        public bool HasMet(int evaluator) => _metIn[evaluator] == _look;

        /// <summary>
        /// How many people stand in the smallest circle that this evaluator would close, at most four; zero if none.
        /// The evaluator evaluates the learner, who evaluated somebody, who evaluated … the evaluator.
        /// </summary>
        public int CircleWith(int evaluator)
        {
            if (_nearIn[evaluator] == _look) return 2;
            if (_farIn[evaluator] == _look) return 3;

            foreach (var before in encounters._evaluatedBy[evaluator])
                if (_farIn[before] == _look) return 4;
            return 0;
        }
    }
}
