namespace Academy.Contracts.Curriculum;

/// <summary>The curriculum that learners read. Authoring is elsewhere.</summary>
public interface ICurriculum
{
    /// <summary>The newest good release; null before the first one.</summary>
    Release? Current { get; }

    /// <summary>The release with this id, loaded from disk when it is not in memory.</summary>
    /// <exception cref="KeyNotFoundException">There never was such a release.</exception>
    ValueTask<Release> GetAsync(string releaseId, CancellationToken ct);
}

/// <summary>A frozen version of the whole content folder.</summary>
/// <param name="Id">Hash of the files, lower-case hexadecimal, 16 characters.</param>
/// <param name="Folder">Absolute path of the frozen copy; nobody writes there.</param>
/// <param name="AcademyName">The academy's own name.</param>
/// <param name="Languages">ISO 639-1 codes; the first is the default.</param>
/// <param name="Rules">Every number of the pedagogy.</param>
/// <param name="Frameworks">Where the skills come from.</param>
/// <param name="Tracks">In the order of their folder names.</param>
/// <param name="Projects">By slug.</param>
public sealed record Release(
    string Id,
    string Folder,
    Text AcademyName,
    IReadOnlyList<string> Languages,
    Rules Rules,
    IReadOnlyList<Framework> Frameworks,
    IReadOnlyList<Track> Tracks,
    IReadOnlyDictionary<string, Project> Projects)
{
    /// <summary>In the order in which they are shown; those of the newest release can be earned.</summary>
    public IReadOnlyList<Achievement> Achievements { get; init; } = [];

    /// <summary>All skills of all frameworks, by id.</summary>
    public IReadOnlyDictionary<string, Skill> Skills { get; } =
        Frameworks.SelectMany(f => f.Blocks).SelectMany(b => b.Skills).ToDictionary(s => s.Id);
}

/// <summary>A list of skills that the outside world knows, such as a professional title.</summary>
public sealed record Framework(string Code, Text Title, IReadOnlyList<SkillBlock> Blocks);

/// <summary>A part of a framework that is certified by itself.</summary>
public sealed record SkillBlock(Text Title, IReadOnlyList<Skill> Skills);

/// <param name="Id">Used by projects, for example "environment".</param>
/// <param name="Title">What the learner reads.</param>
public sealed record Skill(string Id, Text Title)
{
    /// <summary>A word or two, for drawings; the title when there is none.</summary>
    public Text Name { get; init; } = Title;
}

/// <summary>A way through projects towards a framework.</summary>
public sealed record Track(
    string Slug, Text Title, Text Summary, string Framework, IReadOnlyList<Stage> Stages, IReadOnlyList<PlannedProject> Planned)
{
    /// <summary>All projects of all stages, in order.</summary>
    public IEnumerable<TrackProject> Projects => Stages.SelectMany(s => s.Projects);
}

/// <summary>A band of the graph.</summary>
public sealed record Stage(Text Title, IReadOnlyList<TrackProject> Projects);

/// <param name="Slug">The project.</param>
/// <param name="Requires">Slugs of projects of the same track that are validated first.</param>
public sealed record TrackProject(string Slug, IReadOnlyList<string> Requires);

/// <summary>A project that is announced but has no content yet.</summary>
/// <param name="Id">Unique in the track, never the slug of a project.</param>
/// <param name="Title">What the learner reads.</param>
/// <param name="Stage">Index of the stage, from 0.</param>
/// <param name="Requires">Slugs of projects or ids of planned ones.</param>
public sealed record PlannedProject(string Id, Text Title, int Stage, IReadOnlyList<string> Requires);

/// <param name="Slug">Name in addresses and folders.</param>
/// <param name="Title">What the learner reads.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Xp">XP at 100 %.</param>
/// <param name="Hours">Expected work, in hours.</param>
/// <param name="Skills">Points of each skill at 100 %, by skill id.</param>
/// <param name="Grading">How a submission is graded.</param>
/// <param name="Folder">Absolute path of the project in its release.</param>
public sealed record Project(
    string Slug, Text Title, Text Summary, int Xp, int Hours, IReadOnlyDictionary<string, int> Skills, GradingPlan Grading, string Folder)
{
    /// <summary>The learner's starting files.</summary>
    public string TemplateFolder => Path.Combine(Folder, "template");

    /// <summary>The reference solution, laid over the template. Never shown to learners.</summary>
    public string SolutionFolder => Path.Combine(Folder, "solution");

    /// <summary>Wrong solutions, one folder each, laid over the solution: each must fail a test. Never shown to learners.</summary>
    public string MutantsFolder => Path.Combine(Folder, "mutants");

    /// <summary>An exam: from the registration on, so much time until nothing more is graded; null: no exam.</summary>
    public TimeSpan? ExamTime { get; init; }

    /// <summary>Done by a team; null: by each learner alone.</summary>
    public TeamSize? Team { get; init; }

    /// <summary>What people evaluate after the grader; null: the grader's mark is the mark.</summary>
    public EvaluationPlan? Evaluation { get; init; }

    /// <summary>Sum of the points of all tests, without those on top.</summary>
    public decimal MaxScore => Grading.Tests.Where(t => !t.IsBonus).Sum(t => t.Points);
}
