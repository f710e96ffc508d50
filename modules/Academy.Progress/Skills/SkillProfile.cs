using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Skills;

/// <summary>What a learner has shown of each skill, from the projects validated so far.</summary>
internal sealed class SkillProfile(AcademyDb db, ICurriculum curriculum)
{
    /// <summary>One a block; the numbers and names say the same without colours.</summary>
    private static readonly string[] Tones = ["is-accent", "is-info", "is-warn", "is-ok"];

    public Task<IReadOnlyList<FrameworkProgress>> ForAsync(Guid learnerId, CancellationToken ct) => ForAsync(learnerId, r => r.BestPercent, ct);

    /// <summary>For everybody's eyes: each validated project counts in full, so that no number tells a mark.</summary>
    public Task<IReadOnlyList<FrameworkProgress>> PublicAsync(Guid learnerId, CancellationToken ct) => ForAsync(learnerId, _ => 100, ct);

    private async Task<IReadOnlyList<FrameworkProgress>> ForAsync(Guid learnerId, Func<ProjectResult, int> percent, CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return [];

        var results = await db.Set<ProjectResult>().AsNoTracking()
            .Where(r => r.LearnerId == learnerId && r.ValidatedAt != null)
            .ToListAsync(ct);
        var earned = new Dictionary<string, int>();
        foreach (var result in results)
        {
            // The skills of the release that the learner worked with, also when the project has changed since.
            var project = (await curriculum.GetAsync(result.ReleaseId, ct)).Projects[result.ProjectSlug];
            foreach (var (skill, points) in project.Skills)
                earned[skill] = earned.GetValueOrDefault(skill) + points * percent(result) / 100;
        }

        var possible = release.Projects.Values.SelectMany(p => p.Skills).ToLookup(s => s.Key, s => s.Value);
        return [.. release.Frameworks.Select(framework => Measure(framework, earned, skill => possible[skill.Id].Sum()))];
    }

    /// <summary>The framework of somebody's home: the first one that projects train.</summary>
    public async Task<FrameworkProgress?> MainAsync(Guid learnerId, CancellationToken ct) =>
        (await ForAsync(learnerId, ct)).FirstOrDefault(f => f.Trained.Any());

    private static FrameworkProgress Measure(Framework framework, Dictionary<string, int> earned, Func<Skill, int> possible)
    {
        var number = 0;
        return new FrameworkProgress(
            framework,
            [
                .. framework.Blocks.Select((block, index) => new BlockProgress(
                    block.Title,
                    [
                        .. block.Skills.Select(skill => new SkillProgress(skill, earned.GetValueOrDefault(skill.Id), possible(skill))
                        {
                            Number = possible(skill) == 0 ? null : ++number,
                            Tone = Tones[index % Tones.Length],
                        }),
                    ])),
            ]);
    }
}

internal sealed record FrameworkProgress(Framework Framework, IReadOnlyList<BlockProgress> Blocks)
{
    /// <summary>The skills that some project trains, in order: the axes of the radar.</summary>
    public IEnumerable<SkillProgress> Trained => Blocks.SelectMany(b => b.Skills).Where(s => s.Possible > 0);
}

internal sealed record BlockProgress(Contracts.Text Title, IReadOnlyList<SkillProgress> Skills);

/// <param name="Skill">The skill.</param>
/// <param name="Points">Earned so far.</param>
/// <param name="Possible">What the projects of the current release give together; 0 when none trains it yet.</param>
internal sealed record SkillProgress(Skill Skill, int Points, int Possible)
{
    /// <summary>Of its axis on the radar; null when no project trains it yet.</summary>
    public int? Number { get; init; }

    /// <summary>The colour of its block.</summary>
    public string Tone { get; init; } = "";

    public int Percent => Possible == 0 ? 0 : Math.Min(Points * 100 / Possible, 100);
}
