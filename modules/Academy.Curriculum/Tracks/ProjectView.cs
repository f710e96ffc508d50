using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;

namespace Academy.Curriculum.Tracks;

/// <summary>A project as its reader sees it.</summary>
/// <param name="Project">As it is in <paramref name="Release"/>.</param>
/// <param name="Release">That of the reader's attempt, or else the current one.</param>
/// <param name="Newer">The current release, when the reader's attempt is pinned to an older one and the project is still there.</param>
/// <param name="Standing">Null when the reader is not a learner.</param>
/// <param name="Requires">What is to be validated first, each with its state.</param>
/// <param name="Stage">Where a track has it; null when it is only in an older release.</param>
/// <param name="StageNumber">From 1.</param>
internal sealed record ProjectView(
    Project Project,
    Release Release,
    Release? Newer,
    ProjectStanding? Standing,
    IReadOnlyList<RequiredProject> Requires,
    Stage? Stage,
    int StageNumber)
{
    /// <summary>The project's skills, grouped by the framework that knows them.</summary>
    public IEnumerable<(Framework Framework, IReadOnlyList<(Skill Skill, int Points)> Skills)> Skills =>
        from framework in Release.Frameworks
        let skills = framework.Blocks.SelectMany(b => b.Skills).Where(s => Project.Skills.ContainsKey(s.Id)).Select(s => (s, Project.Skills[s.Id])).ToList()
        where skills.Count > 0
        select (framework, (IReadOnlyList<(Skill, int)>)skills);
}

/// <param name="Slug">The project.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">Plain when the reader is not a learner.</param>
internal sealed record RequiredProject(string Slug, Contracts.Text Title, StepState State);
