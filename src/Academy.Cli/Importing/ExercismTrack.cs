using System.Text.Json;
using System.Text.Json.Serialization;

namespace Academy.Cli.Importing;

/// <summary>A checked-out Exercism track: its config.json and its practice exercises.</summary>
internal sealed class ExercismTrack
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private ExercismTrack(string folder, TrackConfig config) => (Folder, Slug, Language, Exercises) =
        (folder, config.Slug, config.Language, [.. config.Exercises.Practice.Where(e => e.Status != "deprecated")]);

    public string Folder { get; }

    public string Slug { get; }

    /// <summary>As people write it: "JavaScript".</summary>
    public string Language { get; }

    /// <summary>In the track's order, without those that are out of use.</summary>
    public IReadOnlyList<TrackExercise> Exercises { get; }

    /// <exception cref="InvalidDataException">This is not a track, and why.</exception>
    public static ExercismTrack Read(string folder) => new(folder, Parse<TrackConfig>(Path.Combine(folder, "config.json")));

    public ExerciseFiles FilesOf(TrackExercise exercise) => Parse<ExerciseConfig>(Path.Combine(FolderOf(exercise), ".meta", "config.json")).Files;

    public string FolderOf(TrackExercise exercise) => Path.Combine(Folder, "exercises", "practice", exercise.Slug);

    private static T Parse<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) ?? throw new InvalidDataException($"{path}: null");
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private sealed record TrackConfig(
        [property: JsonRequired] string Slug, [property: JsonRequired] string Language, [property: JsonRequired] TrackExercises Exercises);

    private sealed record TrackExercises([property: JsonRequired] IReadOnlyList<TrackExercise> Practice);

    private sealed record ExerciseConfig([property: JsonRequired] ExerciseFiles Files);
}

/// <param name="Slug">Also the name of its folder.</param>
/// <param name="Name">What learners read.</param>
/// <param name="Difficulty">1 to 10.</param>
/// <param name="Status">"deprecated" when it is out of use.</param>
internal sealed record TrackExercise([property: JsonRequired] string Slug, [property: JsonRequired] string Name, int Difficulty, string? Status);

/// <summary>Which file is what; paths are relative to the exercise's folder.</summary>
/// <param name="Solution">What learners write; their first version is the stub.</param>
/// <param name="Test">The tests.</param>
/// <param name="Example">A solution, in the order of <paramref name="Solution"/>.</param>
/// <param name="Exemplar">The same, in concept exercises.</param>
/// <param name="Editor">Files that the tests need and learners may read.</param>
internal sealed record ExerciseFiles(
    [property: JsonRequired] IReadOnlyList<string> Solution,
    [property: JsonRequired] IReadOnlyList<string> Test,
    IReadOnlyList<string>? Example,
    IReadOnlyList<string>? Exemplar,
    IReadOnlyList<string>? Editor)
{
    /// <summary>The files of the example and where each belongs: the solution's file of the same extension, or else of the same place.</summary>
    public IEnumerable<(string From, string To)> Examples()
    {
        var examples = Example ?? Exemplar ?? [];
        return examples.Select((example, index) => (
            example,
            Solution.FirstOrDefault(s => Path.GetExtension(s) == Path.GetExtension(example) && examples.Count(e => Path.GetExtension(e) == Path.GetExtension(example)) == 1)
                ?? Solution.ElementAtOrDefault(index)
                ?? Path.GetFileName(example)));
    }
}
