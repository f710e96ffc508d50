using Academy.Accounts.People;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Accounts.Tests.SigningIn;

public sealed class RecentPasswordsTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly RecentPasswords _recent;
    private readonly User _user = new("a@example.org", "A", Role.Learner, "fr", DateTimeOffset.UnixEpoch) { SecurityStamp = "1" };

    public RecentPasswordsTests()
    {
        _recent = new RecentPasswords(_clock);
        _recent.Remember(_user, "right");
    }

    [Fact]
    public void Knows_what_was_right_a_moment_ago() => _recent.Knows(_user, "right").ShouldBeTrue();

    [Fact]
    public void Knows_no_other_password() => _recent.Knows(_user, "righ").ShouldBeFalse();

    [Fact]
    public void Knows_nobody_else() => _recent
        .Knows(new User("b@example.org", "B", Role.Learner, "fr", DateTimeOffset.UnixEpoch) { SecurityStamp = "1" }, "right").ShouldBeFalse();

    [Fact]
    public void Forgets_when_the_password_is_changed()
    {
        _user.ChoosePassword("hash");
        _recent.Knows(_user, "right").ShouldBeFalse();
    }

    [Fact]
    public void Forgets_after_a_few_minutes()
    {
        _clock.Advance(TimeSpan.FromMinutes(3));
        _recent.Knows(_user, "right").ShouldBeFalse();
    }

    public void Dispose() => _recent.Dispose();
}
