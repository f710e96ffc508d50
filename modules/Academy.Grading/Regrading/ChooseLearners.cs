using Academy.Contracts.Accounts;
using Academy.Contracts.Progress;

namespace Academy.Grading.Regrading;

/// <summary>Finds out who is meant by a list of names and e-mail addresses, among those who have a result in a project.</summary>
internal sealed class ChooseLearners(ILearnerProgress progress, IPeople people)
{
    /// <param name="projectSlug">The project.</param>
    /// <param name="chosen">Who has been chosen before.</param>
    /// <param name="names">Who is to be found.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<LearnerChoice> RunAsync(
        string projectSlug, IReadOnlyCollection<Guid> chosen, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        if (chosen.Count + names.Count == 0) return new LearnerChoice([], [], []);

        var results = await progress.ResultsAsync(projectSlug, ct);
        var before = await people.FindAsync([.. chosen.Where(results.ContainsKey)], ct);
        var found = await people.FindByNamesAsync(names, [.. results.Keys], ct);
        return new LearnerChoice(
            [
                .. found.Values.Where(meant => meant.Count == 1).Select(meant => meant[0]).Concat(before.Values)
                    .DistinctBy(person => person.Id)
                    .OrderBy(person => person.Name, StringComparer.CurrentCulture)
                    .Select(Candidate),
            ],
            [.. found.Where(entry => entry.Value.Count > 1).Select(entry => new UnclearName(entry.Key, [.. entry.Value.Select(Candidate)]))],
            [.. found.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key)]);

        Candidate Candidate(Person person) => new(person.Id, person.Name, results[person.Id].Percent);
    }
}

/// <param name="Found">Who is meant without doubt, by name.</param>
/// <param name="Unclear">What fits several people.</param>
/// <param name="Unknown">What fits nobody.</param>
internal sealed record LearnerChoice(IReadOnlyList<Candidate> Found, IReadOnlyList<UnclearName> Unclear, IReadOnlyList<string> Unknown)
{
    public IReadOnlyList<string> InDoubt => [.. Unclear.Select(name => name.Entry), .. Unknown];
}

/// <param name="Entry">As it was typed.</param>
/// <param name="People">Who may be meant, by name.</param>
internal sealed record UnclearName(string Entry, IReadOnlyList<Candidate> People);

/// <param name="LearnerId">The learner.</param>
/// <param name="Name">Two may have the same.</param>
/// <param name="Percent">The result that counts.</param>
internal sealed record Candidate(Guid LearnerId, string Name, int Percent);
