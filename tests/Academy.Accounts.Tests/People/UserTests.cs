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

    [Theory]
    [InlineData("lea@example.org", true)]
    [InlineData("lea+école@exemple.fr", true)]
    [InlineData("Léa <lea@example.org>", false)]
    [InlineData("lea@example.org, other@example.org", false)]
    [InlineData("lea@example.org\r\nBcc: x@example.org", false)]
    [InlineData("a b@example.org", false)]
    [InlineData("lea@", false)]
    public void An_address_is_an_address_and_nothing_more(string text, bool isOne) => User.IsEmail(text).ShouldBe(isOne);

    [Theory]
    [InlineData("Léa\u202Enitram\r\n", "Léanitram")]
    [InlineData("\u2066\u2069", "?")]
    public void A_name_cannot_pose_as_something_else(string typed, string name) =>
        new User("a@example.org", typed, Role.Learner, "fr", DateTimeOffset.UnixEpoch).Name.ShouldBe(name);

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
