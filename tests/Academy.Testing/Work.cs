using Academy.Kernel.Web;

namespace Academy.Testing;

/// <summary>A demo learner's attempt with one graded push.</summary>
public sealed record Work(string AttemptId, string Commit, string GradingId)
{
    /// <summary>Registers, clones with the real git, pushes something that is not right yet, and waits for its verdict.</summary>
    public static async Task<Work> BeginAsync(TestSite site, string email, string project)
    {
        using var api = await site.ProgramAsync(email);
        var registration = await api.JsonAsync(HttpMethod.Post, $"/api/v1/projects/{project}/registrations");
        var attempt = registration.GetProperty("attemptId").GetString()!;
        var address = new UriBuilder(registration.GetProperty("cloneUrl").GetString()!)
        {
            UserName = Uri.EscapeDataString(email),
            Password = DemoOptions.Password,
        };
        using var git = new GitClient();
        await git.RunAsync(".", "clone", "--quiet", address.Uri.AbsoluteUri, "work");
        git.Write("work", "notes.txt", "Mes notes.\n");
        git.Write("work", "bonjour.sh", "echo 'Bonjour tout le monde'\n");
        var commit = await git.CommitAsync("work", "Premier essai");
        await git.RunAsync("work", "push", "--quiet", "origin", "main");

        var grading = "";
        await Until.TrueAsync(
            async () =>
            {
                var gradings = await api.JsonAsync(HttpMethod.Get, $"/api/v1/attempts/{attempt}/gradings");
                var ours = gradings.EnumerateArray().FirstOrDefault(g => g.GetProperty("commit").GetString() == commit);
                if (ours.ValueKind == System.Text.Json.JsonValueKind.Undefined || ours.GetProperty("state").GetString() != "finished") return false;
                grading = ours.GetProperty("id").GetString()!;
                return true;
            },
            "the verdict");
        return new Work(attempt, commit, grading);
    }
}
