using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Skills;

/// <summary>What a learner has shown of each skill, from the projects validated so far.</summary>
internal sealed class SkillProfile(AcademyDb db, ICurriculum curriculum)
{
    public async Task<IReadOnlyList<FrameworkProgress>> ForAsync(Guid learnerId, CancellationToken ct)
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
                earned[skill] = earned.GetValueOrDefault(skill) + points * result.BestPercent / 100;
        }

        var possible = release.Projects.Values.SelectMany(p => p.Skills).ToLookup(s => s.Key, s => s.Value);
        return
        [
            .. release.Frameworks.Select(framework => new FrameworkProgress(
                framework,
                [
                    .. framework.Blocks.Select(block => new BlockProgress(
                        block.Title,
                        [
                            .. block.Skills.Select(skill => new SkillProgress(
                                skill.Title, earned.GetValueOrDefault(skill.Id), possible[skill.Id].Sum())),
                        ])),
                ])),
        ];
    }
}

internal sealed record FrameworkProgress(Framework Framework, IReadOnlyList<BlockProgress> Blocks);

internal sealed record BlockProgress(Contracts.Text Title, IReadOnlyList<SkillProgress> Skills);

/// <param name="Title">The skill.</param>
/// <param name="Points">Earned so far.</param>
/// <param name="Possible">What the projects of the current release give together; 0 when none trains it yet.</param>
internal sealed record SkillProgress(Contracts.Text Title, int Points, int Possible)
{
    public int Percent => Possible == 0 ? 0 : Math.Min(Points * 100 / Possible, 100);
}
