using Academy.Contracts.Repositories;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Tests;

/// <summary>What the tests begin with.</summary>
internal static class Given
{
    public static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>A template folder with a text, a program and a folder.</summary>
    public static string Template(this TestAcademy academy)
    {
        var folder = Path.Combine(academy.Folder, "template");
        Directory.CreateDirectory(Path.Combine(folder, "sources"));
        File.WriteAllText(Path.Combine(folder, "README.md"), "# Début\n");
        File.WriteAllText(Path.Combine(folder, "sources", "bonjour.sh"), "#!/bin/sh\necho bonjour\n");
        File.SetUnixFileMode(Path.Combine(folder, "sources", "bonjour.sh"), (UnixFileMode)0b111_101_101);
        return folder;
    }

    public static Task EnsureAsync(this TestAcademy academy, Guid attempt, Guid owner, string name = "premiers-pas") =>
        academy.RunAsync<IRepositories>(r => r.EnsureAsync(attempt, owner, name, Template(academy), CancellationToken.None));

    /// <summary>The repository of a new attempt.</summary>
    public static async Task<(Guid Attempt, BareRepository Bare)> RepositoryAsync(this TestAcademy academy)
    {
        var attempt = Id();
        await academy.EnsureAsync(attempt, Id());
        return (attempt, academy.Bare(attempt));
    }

    public static BareRepository Bare(this TestAcademy academy, Guid attempt) =>
        academy.Services.GetRequiredService<RepositoryStore>().Of(attempt);
}
