using Academy.Contracts.Curriculum;
using Academy.Contracts.Repositories;
using Academy.Grading.Live;
using Academy.Grading.Running;
using Academy.Kernel.Data;
using Academy.Sandbox;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Running;

public sealed class PrepareSandboxTests
{
    [Fact]
    public async Task While_a_push_is_on_its_way_a_sandbox_for_its_project_starts_and_the_grading_takes_it()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var sandboxes = academy.Services.GetRequiredService<SandboxHost>();
        var attempt = await BeginAsync(academy);

        academy.Services.GetServices<IPushWatcher>().ShouldHaveSingleItem().PushBegins(attempt);
        await Until.TrueAsync(() => Task.FromResult(sandboxes.Status.Any(s => s is { Image: "academy/shell", Warm: 1 })), "a sandbox that stands by");

        var plan = await academy.RunAsync<ICurriculum, GradingPlan>(curriculum => Task.FromResult(curriculum.Current!.Projects["hello"].Grading));
        await using var taken = await sandboxes.StartAsync(Grader.SpecFor(plan), default);
        sandboxes.Status.ShouldHaveSingleItem().ShouldBe(sandboxes.Status[0] with { Hits = 1, Misses = 0, Running = 1 });
    }

    [Fact]
    public async Task What_is_pushed_to_no_attempt_or_while_there_is_no_engine_prepares_nothing_and_harms_nobody()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var prepare = ActivatorUtilities.CreateInstance<PrepareSandbox>(academy.Services);
        var attempt = await BeginAsync(academy);

        await prepare.PrepareAsync(Guid.CreateVersion7());
        academy.Services.GetRequiredService<GradingHealth>().Sandbox = new SandboxHealth(SandboxProblem.EngineUnreachable, "gone");
        await prepare.PrepareAsync(attempt);

        academy.Services.GetRequiredService<SandboxHost>().Status.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_that_leaves_grading_to_others_prepares_nothing()
    {
        await using var academy = await TestAcademy.CreateAsync(settings: ("Grading:InProcess", "false"));

        academy.Services.GetServices<IPushWatcher>().ShouldBeEmpty();
    }

    private static async Task<Guid> BeginAsync(TestAcademy academy)
    {
        var release = await academy.RunAsync<ICurriculum, string>(curriculum => Task.FromResult(curriculum.Current!.Id));
        return await academy.RunAsync<AcademyDb, Guid>(db => Attempts.BeginAsync(db, Guid.CreateVersion7(), "hello", release, academy.Clock.GetUtcNow()));
    }
}
