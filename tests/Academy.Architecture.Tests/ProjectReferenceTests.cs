using System.Xml.Linq;
using Academy.Testing;

namespace Academy.Architecture.Tests;

/// <summary>The rules of docs/architecture.md about who may know whom, read from the project files.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Modules =
        [.. Directory.EnumerateDirectories(Path.Combine(TestPaths.Root, "modules")).Select(d => Path.GetFileName(d)!).Order()];

    public static TheoryData<string> AllModules => [.. Modules];

    [Theory, MemberData(nameof(AllModules))]
    public void A_module_knows_kernel_and_contracts_and_no_sibling(string module)
    {
        string[] allowed = module == "Academy.Grading"
            ? ["Academy.Kernel", "Academy.Contracts", "Academy.Sandbox"]
            : ["Academy.Kernel", "Academy.Contracts"];

        ReferencesOf(Path.Combine("modules", module)).ShouldBeSubsetOf(allowed);
    }

    [Theory]
    [InlineData("Academy.Contracts")]
    [InlineData("Academy.Sandbox")]
    public void Contracts_and_sandbox_know_nobody(string project) =>
        ReferencesOf(Path.Combine("src", project)).ShouldBeEmpty();

    [Fact]
    public void The_kernel_knows_only_the_contracts() =>
        ReferencesOf(Path.Combine("src", "Academy.Kernel")).ShouldBe(["Academy.Contracts"]);

    [Fact]
    public void The_host_knows_every_module() =>
        Modules.ShouldBeSubsetOf(ReferencesOf(Path.Combine("src", "Academy.Web")));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(TestPaths.Root, "Academy.sln")).Replace('\\', '/');

        var missing = Directory.EnumerateFiles(TestPaths.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(TestPaths.Root, path))
            .Where(path => !path.StartsWith("artifacts", StringComparison.Ordinal) && !solution.Contains(path, StringComparison.Ordinal));
        missing.ShouldBeEmpty();
    }

    private static string[] ReferencesOf(string folder)
    {
        var name = Path.GetFileName(folder);
        string[] files =
        [
            Path.Combine(TestPaths.Root, folder, $"{name}.csproj"),
            Path.Combine(TestPaths.Root, Path.GetDirectoryName(folder)!, "Directory.Build.props"),
        ];
        return
        [
            .. files.Where(File.Exists)
                .SelectMany(file => XDocument.Load(file).Descendants("ProjectReference"))
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
        ];
    }
}
