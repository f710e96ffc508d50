using Academy.Cli.Checking;
using Academy.Cli.Content;
using Academy.Contracts.Curriculum;
using Academy.Grading.Gate;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Importing;

/// <summary>Makes a track of an Exercism track: what is through the gate becomes a project, the rest is told with the reason.</summary>
internal sealed class ImportExercism(Workbench bench, IStringLocalizer texts, TextWriter output, TextWriter errors)
{
    private static readonly (int Upto, string Title)[] Stages = [(3, "Easy"), (6, "Medium"), (int.MaxValue, "Hard")];

    private readonly SortedDictionary<string, string> _left = new(StringComparer.Ordinal);
    private int _tried;

    public async Task<int> RunAsync(string trackFolder, IReadOnlyCollection<string> only, string into, int parallel, CancellationToken ct)
    {
        ExercismTrack track;
        try
        {
            track = ExercismTrack.Read(trackFolder);
        }
        catch (InvalidDataException e)
        {
            return Refuse(texts["{0} is not an Exercism track: {1}", trackFolder, e.Message]);
        }

        if (ExercismLanguage.Of(track.Slug) is not { } language)
            return Refuse(texts["The track “{0}” cannot be run here. These can: {1}", track.Slug, string.Join(", ", ExercismLanguage.Names)]);
        if (only.Except(track.Exercises.Select(e => e.Slug)).FirstOrDefault() is { } unknown)
            return Refuse(texts["The track has no exercise “{0}”.", unknown]);
        if (TargetContent.Open(into, texts, errors) is not { } target) return ExitCodes.CannotTell;

        var wanted = track.Exercises.Where(e => only.Count == 0 || only.Contains(e.Slug)).ToList();
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ct },
            async (exercise, token) => Tell(exercise, await ImportAsync(track, language, exercise, target, token), wanted.Count));

        WriteTrack(track, target);
        Withdraw(track, target);
        output.WriteLine(texts["Through the gate: {0} of {1}", wanted.Count - _left.Count, wanted.Count]);
        foreach (var (slug, reason) in _left) output.WriteLine($"  {slug}: {reason}");
        return _left.Count == 0 ? ExitCodes.Good : ExitCodes.NotGood;
    }

    private static string SlugOf(ExercismTrack track, TrackExercise exercise)
    {
        var slug = $"{track.Slug}-{exercise.Slug}";
        return slug.Length > 60 ? slug[..60].TrimEnd('-') : slug;
    }

    /// <summary>Null when the project is written, or else why it is not.</summary>
    private async Task<string?> ImportAsync(
        ExercismTrack track, ExercismLanguage language, TrackExercise exercise, TargetContent target, CancellationToken ct)
    {
        var draft = Directory.CreateTempSubdirectory("academy-import-").FullName;
        try
        {
            var files = track.FilesOf(exercise);
            CopyFiles(track.FolderOf(exercise), files, language, draft);
            var project = ProjectFor(track, language, exercise, files, target, draft);

            var listed = await new ListCases(bench.Sandboxes).RunAsync(
                project.Grading, WorkTree.Pack(project.TemplateFolder, project.SolutionFolder), ct);
            if (listed.Names.Count == 0) return texts["The example does not run: {0}", OneLine(listed.Problem ?? "")];

            project = project with { Grading = project.Grading with { Tests = ProjectWriter.TestsOf(listed.Names, target.Text) } };
            ProjectWriter.WriteProject(project);
            ProjectWriter.WriteTests(project);
            target.WriteSubject(draft, ExercismSubject.Of(track.FolderOf(exercise), track.Slug, exercise.Slug));

            var report = await bench.Gate.CheckAsync(project, target.Release.Rules.PassMark, ct);
            if (report.Problems is [var problem, ..]) return OneLine(new GateWords(target.Folder, texts).Say(report, problem));

            Place(draft, target.FolderOf(project.Slug));
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return e.Message;
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private static Project ProjectFor(
        ExercismTrack track, ExercismLanguage language, TrackExercise exercise, ExerciseFiles files, TargetContent target, string folder)
    {
        var limits = new GradingLimits(language.Seconds, 30, language.MemoryMb, 256, 128, 64);
        var plan = new GradingPlan(
            GradingMode.Unit, language.Image, language.Build, language.Run(files.Test), language.Report, limits, Path.Combine(folder, "grader", "files"), [])
        {
            ReportFile = language.ReportFile,
        };
        var effort = Math.Clamp(exercise.Difficulty, 1, 10);
        return new Project(
            SlugOf(track, exercise), target.Text(exercise.Name), target.Text($"Exercism, {track.Language}: {exercise.Name}"),
            10 + (10 * effort), effort, target.Skills(effort), plan, folder);
    }

    /// <summary>Stubs are the template, examples the solution; all else belongs to the tests.</summary>
    private static void CopyFiles(string source, ExerciseFiles files, ExercismLanguage language, string project)
    {
        var (template, solution, author) = (Path.Combine(project, "template"), Path.Combine(project, "solution"), Path.Combine(project, "grader", "files"));
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(source, p)))
        {
            if (path.StartsWith(".meta/", StringComparison.Ordinal) || path.StartsWith(".docs/", StringComparison.Ordinal)) continue;
            if (files.Solution.Contains(path) || files.Editor?.Contains(path) == true) Copy(Path.Combine(source, path), Path.Combine(template, path));
            if (!files.Solution.Contains(path)) Copy(Path.Combine(source, path), Path.Combine(author, path));
        }

        foreach (var path in files.Solution.Where(path => !File.Exists(Path.Combine(template, path)))) Write(Path.Combine(template, path), "");
        foreach (var test in files.Test) Write(Path.Combine(author, test), language.Unskip(File.ReadAllText(Path.Combine(source, test))));
        foreach (var (from, to) in files.Examples()) Copy(Path.Combine(source, from), Path.Combine(solution, to));
        foreach (var runner in language.Runners)
        {
            using var stream = typeof(ImportExercism).Assembly.GetManifestResourceStream($"Runners/{runner}")!;
            using var reader = new StreamReader(stream);
            Write(Path.Combine(author, runner), reader.ReadToEnd());
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // The folder appears whole or not at all; what an earlier import has written is replaced.
    private static void Place(string draft, string folder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var beside = $"{folder}.draft";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        foreach (var path in Directory.EnumerateFiles(draft, "*", SearchOption.AllDirectories))
            Copy(path, Path.Combine(beside, Path.GetRelativePath(draft, path)));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.Move(beside, folder);
    }

    /// <summary>Stages by difficulty, all of this track's projects that are there: earlier imports, too.</summary>
    private static void WriteTrack(ExercismTrack track, TargetContent target)
    {
        var there = track.Exercises.Where(e => Directory.Exists(target.FolderOf(SlugOf(track, e)))).ToList();
        if (there.Count == 0) return;

        var yaml = new List<string>
        {
            $"title: \"Exercism: {track.Language}\"",
            $"summary: \"Exercism: {track.Language}\"",
            $"framework: {target.Release.Frameworks[0].Code}",
            "stages:",
        };
        var above = 0;
        foreach (var (upto, title) in Stages)
        {
            var projects = there.Where(e => Math.Max(1, e.Difficulty) > above && e.Difficulty <= upto).Select(e => SlugOf(track, e)).ToList();
            yaml.Add($"  - title: \"{title}\"");
            yaml.Add(projects.Count == 0 ? "    projects: []" : "    projects:");
            yaml.AddRange(projects.Select(slug => $"      - {{ project: {slug} }}"));
            above = upto;
        }

        Write(Path.Combine(target.Folder, "tracks", $"exercism-{track.Slug}", "track.yml"), string.Join('\n', yaml) + "\n");
    }

    /// <summary>What the site would refuse is taken back: one broken project would keep all others from learners.</summary>
    private void Withdraw(ExercismTrack track, TargetContent target)
    {
        if (OpenedContent.Open(target.Folder, texts, errors) is not { } content) return;
        foreach (var exercise in track.Exercises)
        {
            var slug = SlugOf(track, exercise);
            if (content.Errors.FirstOrDefault(e => e.File.StartsWith($"projects/{slug}/", StringComparison.Ordinal)) is not { } error) continue;

            _left[exercise.Slug] = content.Say(error, texts);
            Directory.Delete(target.FolderOf(slug), recursive: true);
        }

        WriteTrack(track, target);
    }

    private void Tell(TrackExercise exercise, string? problem, int all)
    {
        lock (_left)
        {
            if (problem is not null) _left[exercise.Slug] = problem;
            output.WriteLine($"[{++_tried}/{all}] {(problem is null ? '✓' : '✗')} {exercise.Slug}{(problem is null ? "" : $": {problem}")}");
        }
    }

    private static string OneLine(string text)
    {
        text = string.Join(' ', text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 400 ? $"{text[..400]}…" : text;
    }

    private int Refuse(string sentence)
    {
        errors.WriteLine(sentence);
        return ExitCodes.CannotTell;
    }
}
