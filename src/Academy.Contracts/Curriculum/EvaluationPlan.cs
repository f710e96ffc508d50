namespace Academy.Contracts.Curriculum;

/// <summary>How people evaluate a project once the grader has passed it.</summary>
/// <param name="Peers">How many evaluations, 1 to 5.</param>
/// <param name="Minutes">How long a defence lasts; a multiple of the slots' unit.</param>
/// <param name="GraderWeight">Part of the grader's score in the mark, in percent, 0 to 100; the evaluations have the rest.</param>
/// <param name="Rubric">What evaluators look at.</param>
public sealed record EvaluationPlan(int Peers, int Minutes, int GraderWeight, Rubric Rubric);

/// <summary>The evaluator's guide: rubric.yml.</summary>
/// <param name="Intro">Read before the defence; null: nothing to say.</param>
/// <param name="Sections">In order; never empty.</param>
/// <param name="Flags">The flags that make sense for this project; <see cref="EvaluationFlag.Ok"/> is always among them.</param>
/// <param name="Changes">Small changes to ask for, to be made live.</param>
public sealed record Rubric(
    Text? Intro, IReadOnlyList<RubricSection> Sections, IReadOnlyList<EvaluationFlag> Flags, IReadOnlyList<Text> Changes)
{
    /// <summary>All criteria of all sections, in order.</summary>
    public IEnumerable<Criterion> Criteria => Sections.SelectMany(s => s.Criteria);
}

/// <param name="Title">What the section is about.</param>
/// <param name="Guidance">How to go about it; null: nothing to say.</param>
/// <param name="Criteria">In order; never empty.</param>
public sealed record RubricSection(Text Title, Text? Guidance, IReadOnlyList<Criterion> Criteria);

/// <param name="Id">Unique in the rubric.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question.</param>
/// <param name="Guidance">When to answer what; null: nothing to say.</param>
/// <param name="Weight">Its part in the mark, against the other criteria, 1 to 100.</param>
public sealed record Criterion(string Id, CriterionKind Kind, Text Text, Text? Guidance, int Weight)
{
    /// <summary>The highest answer; the lowest is 0.</summary>
    public int Most => Kind == CriterionKind.YesNo ? 1 : 5;
}

/// <summary>How a criterion is answered.</summary>
public enum CriterionKind
{
    /// <summary>0 is no, 1 is yes.</summary>
    YesNo,

    /// <summary>0 to 5.</summary>
    Scale,
}

/// <summary>A project that several learners do together.</summary>
/// <param name="Min">The least members, 2 or more, the captain counted.</param>
/// <param name="Max">The most members.</param>
public sealed record TeamSize(int Min, int Max);
