using Academy.Cli.Importing;

namespace Academy.Cli.Tests;

public sealed class ExercismSubjectTests
{
    [Fact]
    public void Pictures_of_another_site_leave_their_description_however_long_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("academy-exercise-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, ".docs"));
            File.WriteAllText(
                Path.Combine(folder, ".docs", "instructions.md"),
                "# Instructions\n\n![A grid,\nwith three cages.][grid] and ![one](https://example.org/x.png)\n\n[grid]: https://example.org/grid.png\n");

            var subject = ExercismSubject.Of(folder, "javascript", "cages");

            subject.ShouldContain("A grid,\nwith three cages. and one\n");
            subject.ShouldNotContain("![");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
