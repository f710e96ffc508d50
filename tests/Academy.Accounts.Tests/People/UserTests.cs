using Academy.Accounts.People;
using Academy.Kernel.Permissions;

namespace Academy.Accounts.Tests.People;

public sealed class UserTests
{
    [Theory]
    [InlineData("Léa Martin", "LM")]
    [InlineData("léa", "L")]
    [InlineData("Jean-Luc de la Tour", "JT")]
    [InlineData("  Ève   Roux ", "ÈR")]
    [InlineData("🦊 Renard", "🦊R")]
    [InlineData("", "")]
    public void The_avatar_has_the_first_letters_of_the_first_and_the_last_word(string name, string initials) =>
        User.InitialsOf(name).ShouldBe(initials);

    [Fact]
    public void The_search_ignores_accents_and_capitals() => User.Searchable("Inès Lefèvre").ShouldBe("INES LEFEVRE");

    [Fact]
    public void A_new_password_ends_the_pause_and_what_was_remembered_of_the_old_one()
    {
        var user = new User("a@example.org", "A", Role.Learner, "fr", DateTimeOffset.UnixEpoch)
        {
            AccessFailedCount = 3,
            LockoutEnd = DateTimeOffset.MaxValue,
            SecurityStamp = "old",
        };

        user.ChoosePassword("hash");

        user.LockoutEnd.ShouldBeNull();
        user.AccessFailedCount.ShouldBe(0);
        user.SecurityStamp.ShouldNotBe("old");
    }

    [Fact]
    public void The_principal_says_roles_name_and_time_zone()
    {
        var user = new User("a@example.org", "Ada", Role.Mentor | Role.Trainer, "fr", DateTimeOffset.UnixEpoch);

        var principal = AcademyPrincipal.Of(user, "Test");

        principal.Id().ShouldBe(user.Id);
        principal.Roles().ShouldBe(Role.Mentor | Role.Trainer);
        principal.Identity!.Name.ShouldBe("Ada");
        principal.FindFirst("zoneinfo")!.Value.ShouldBe("Europe/Paris");
        principal.UsesToken().ShouldBeFalse();
    }
}
