using Academy.Accounts.Admin;
using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Admin;

public sealed class RoleTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_last_operator_stays_one(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync(roles: Role.Operator);
        (await ChangeAsync(academy, user.Id, Role.Learner)).Refusal!.Code.ShouldBe("last-operator");
        (await LockAsync(academy, user.Id)).Refusal!.Code.ShouldBe("last-operator");

        await academy.UserAsync("second@example.org", roles: Role.Operator | Role.Mentor);
        (await ChangeAsync(academy, user.Id, Role.Learner)).IsRefused.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_operator_whose_account_is_closed_does_not_count(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync(roles: Role.Operator);
        var second = await academy.UserAsync("second@example.org", roles: Role.Operator);
        await LockAsync(academy, second.Id);
        (await ChangeAsync(academy, user.Id, Role.Learner)).Refusal!.Code.ShouldBe("last-operator");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_operators_who_remove_each_other_at_the_same_moment_do_not_both_succeed(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var one = await academy.UserAsync("one@example.org", roles: Role.Operator);
        var two = await academy.UserAsync("two@example.org", roles: Role.Operator);

        await Task.WhenAll(ChangeAsync(academy, one.Id, Role.Learner), ChangeAsync(academy, two.Id, Role.Learner));

        (await academy.AllAsync<User>()).Count(u => u.Roles == Role.Operator).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_change_is_in_the_log_with_the_roles_before_and_after()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        await ChangeAsync(academy, user.Id, Role.Learner | Role.Mentor);
        (await academy.AllAsync<SecurityEvent>()).ShouldHaveSingleItem().Detail.ShouldBe("Learner → Learner, Mentor");
    }

    [Fact]
    public async Task Everybody_has_a_role_and_nobody_closes_their_own_account()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync(roles: Role.Operator);
        (await ChangeAsync(academy, user.Id, Role.None)).Refusal!.Code.ShouldBe("choose-role");
        (await LockAsync(academy, user.Id, by: user.Id)).Refusal!.Code.ShouldBe("own-account");
        (await ChangeAsync(academy, Guid.Empty, Role.Learner)).Refusal!.Status.ShouldBe(404);
    }

    private static Task<Outcome> ChangeAsync(TestAcademy academy, Guid userId, Role roles) =>
        academy.RunAsync<ChangeRoles, Outcome>(change => change.RunAsync(userId, roles, CancellationToken.None));

    private static Task<Outcome> LockAsync(TestAcademy academy, Guid userId, Guid by = default) =>
        academy.RunAsync<LockAccount, Outcome>(l => l.RunAsync(userId, by, CancellationToken.None));
}
