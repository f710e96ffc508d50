using Academy.Contracts.Curriculum;
using Academy.Testing;

namespace Academy.Curriculum.Tests.Loading;

/// <summary>The numbers of learning together, teams, and the evaluator's guide.</summary>
public sealed class EvaluationContentTests : IDisposable
{
    private const string Hello = "projects/bonjour/project.yml";
    private const string Guide = "projects/bonjour/rubric.yml";

    private const string Rubric = """
        intro: { fr: "Sois bienveillant.", en: "Be kind." }
        sections:
          - title: { fr: "Le code", en: "The code" }
            guidance: { fr: "Lis-le avec la personne.", en: "Read it together." }
            criteria:
              - { id: runs, kind: yesNo, text: { fr: "Ça marche ?", en: "Does it run?" }, weight: 2 }
              - { id: readable, kind: scale, text: { fr: "C'est lisible ?", en: "Is it readable?" } }
        flags: [outstanding, cheat]
        changes:
          - { fr: "Fais-le saluer deux fois.", en: "Make it greet twice." }
        """;

    private readonly SmallContent _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void A_file_that_says_nothing_of_them_has_the_usual_numbers()
    {
        var rules = _content.Read().Release.Rules;

        rules.Attempts.WaitHours.ShouldBe([0, 12, 24, 48]);
        rules.Pace.SilenceDays.ShouldBe(10);
        rules.Evaluation.ShouldBe(EvaluationRules.Default);
    }

    [Fact]
    public void Reads_every_number_of_learning_together()
    {
        Rules("""
              attempts: { waitHours: [1, 2] }
              pace: { weeklyHours: 10, leastWeeklyHours: 2, mostWeeklyHours: 20, silenceDays: 7, returnProject: bonjour }
              evaluation:
                points: { start: 3, cost: 2, reward: 2, cap: 8, weeklyGift: 2 }
                slots: { unitMinutes: 20, noticeMinutes: 60, horizonDays: 7, perDay: 2 }
                appointments: { revealMinutes: 10, noShowMinutes: 4, lateCancelMinutes: 30, silentHours: 12, reminderMinutes: [30, 600] }
                matching:
                  { alumniHours: 1, mentorHours: 2, recordedHours: 3, meetAgainDays: 4, circleDays: 5, patienceHours: 6, dayBegins: 9, dayEnds: 20,
                    ratherWait: { meetAgain: 1, circleOf2: 2, circleOf3: 3, circleOf4: 4, night: 5, load: 6 } }
                marks: { thirdDifference: 15, shrinkage: 7, calibrationEvery: 4, collusion: { generosity: 1.5, familiarity: 8, byChance: 0.1 } }
                flags: { norm: zero, cheat: none }
                room: https://video.example.org/{room}
                appealTokens: 2
                helpLockMinutes: 45
            """);

        var (release, errors) = _content.Read();

        errors.ShouldBeEmpty();
        release.Rules.Attempts.WaitAfter(1).ShouldBe(TimeSpan.FromHours(1));
        release.Rules.Attempts.WaitAfter(9).ShouldBe(TimeSpan.FromHours(2));
        release.Rules.Pace.ShouldBe(new PaceRules(10, 2, 20, 7, "bonjour"));
        var evaluation = release.Rules.Evaluation;
        evaluation.Points.ShouldBe(new PointRules(3, 2, 2, 8, 2));
        evaluation.Slots.ShouldBe(new SlotRules(20, 60, 7, 2));
        evaluation.Appointments.ReminderMinutes.ShouldBe([600, 30]);
        evaluation.Appointments.SilentHours.ShouldBe(12);
        evaluation.Matching.ShouldBe(new MatchingRules(1, 2, 3, 4)
        {
            CircleDays = 5,
            PatienceHours = 6,
            DayBegins = 9,
            DayEnds = 20,
            RatherWait = new MatchingPrices(1, 2, 3, 4, 5, 6),
        });
        evaluation.Marks.ShouldBe(new MarkRules(15, 7) { CalibrationEvery = 4, Collusion = new CollusionRules(1.5m, 8, 0.1m) });
        evaluation.Flags[EvaluationFlag.Norm].ShouldBe(FlagEffect.Zero);
        evaluation.Flags[EvaluationFlag.Cheat].ShouldBe(FlagEffect.None);
        evaluation.Flags[EvaluationFlag.Crash].ShouldBe(FlagEffect.Stop);
        evaluation.Room.ShouldBe("https://video.example.org/{room}");
        (evaluation.AppealTokens, evaluation.HelpLockMinutes).ShouldBe((2, 45));
    }

    [Fact]
    public void Reads_a_team_project_with_its_rubric()
    {
        _content.Replace(Hello, "hours: 6", "hours: 6\nteam: { min: 2, max: 3 }\nevaluation: { peers: 2, minutes: 45, graderWeight: 40 }").Write(Guide, Rubric);

        var (release, errors) = _content.Read();

        errors.ShouldBeEmpty();
        var project = release.Projects["bonjour"];
        project.Team.ShouldBe(new TeamSize(2, 3));
        var plan = project.Evaluation.ShouldNotBeNull();
        (plan.Peers, plan.Minutes, plan.GraderWeight).ShouldBe((2, 45, 40));
        plan.Rubric.Criteria.Select(c => (c.Id, c.Most, c.Weight)).ShouldBe([("runs", 1, 2), ("readable", 5, 1)]);
        plan.Rubric.Flags.ShouldBe([EvaluationFlag.Ok, EvaluationFlag.Outstanding, EvaluationFlag.Cheat]);
        plan.Rubric.Changes.ShouldHaveSingleItem().In("en").ShouldBe("Make it greet twice.");
    }

    [Theory]
    [InlineData("pace: { weeklyHours: 50 }", "academy.yml:6: `weeklyHours` must lie between `leastWeeklyHours` and `mostWeeklyHours`.")]
    [InlineData("pace: { returnProject: nulle-part }", "academy.yml: `returnProject`: there is no project \"nulle-part\".")]
    [InlineData("evaluation: { points: { start: 12 } }", "academy.yml:6: `start` must not be more than `cap`: 12 against 10.")]
    [InlineData("evaluation: { slots: { unitMinutes: 25 } }", "academy.yml:6: `unitMinutes` must divide an hour: 5, 10, 15, 20, 30 or 60.")]
    [InlineData("evaluation: { matching: { alumniHours: 80 } }", "academy.yml:6: The ladder must widen: `alumniHours`, `mentorHours`, `recordedHours` in this order.")]
    [InlineData("evaluation: { matching: { dayBegins: 22 } }", "academy.yml:6: `dayBegins` must come before `dayEnds`.")]
    [InlineData("evaluation: { matching: { ratherWait: { circleOf5: 1 } } }", "academy.yml:6: `circleOf5` is not a key that is known here. Did you mean `circleOf2`?")]
    [InlineData("evaluation: { marks: { collusion: { byChance: 0 } } }", "academy.yml:6: `byChance` must be a number from 0.01 to 10, with at most two decimals.")]
    [InlineData("evaluation: { flags: { chaet: zero } }", "academy.yml:6: `chaet`: \"chaet\" is not known. Did you mean \"cheat\"?")]
    [InlineData("evaluation: { room: \"http://x/{room}\" }", "academy.yml:6: `room` must be an address that begins with https:// and has {room} in it.")]
    public void Names_what_is_wrong_with_a_rule(string rule, string expected)
    {
        Rules("  " + rule);

        var error = _content.Read().Errors[0];

        error.ShouldBe(expected);
    }

    [Theory]
    [InlineData("evaluation: { peers: 2, minutes: 25 }", "projects/bonjour/project.yml:5: `minutes` must be a multiple of 15, the unit of slots in academy.yml.")]
    [InlineData("evaluation: { peers: 0 }", "projects/bonjour/project.yml:5: `peers` must be a whole number from 1 to 5.")]
    [InlineData("team: { min: 3, max: 2 }", "projects/bonjour/project.yml:5: `max` must not be less than `min`.")]
    [InlineData("team: { min: 2, max: 2 }", "projects/bonjour/rubric.yml: Nobody would read this: project.yml has no `evaluation`.")]
    public void Names_what_is_wrong_with_a_plan(string keys, string expected)
    {
        _content.Replace(Hello, "hours: 6", "hours: 6\n" + keys).Write(Guide, Rubric);

        _content.Read().Errors.ShouldContain(expected);
    }

    [Fact]
    public void An_evaluation_without_its_guide_is_an_error()
    {
        _content.Replace(Hello, "hours: 6", "hours: 6\nevaluation: { peers: 1 }");

        _content.Read().Errors.ShouldHaveSingleItem().ShouldStartWith(Guide);
    }

    [Theory]
    [InlineData("id: readable", "id: runs", ":7: `id`: \"runs\" stands here twice.")]
    [InlineData("kind: scale", "kind: stars", ":7: `kind`: \"stars\" is not known. Known are: yesNo, scale.")]
    [InlineData("[outstanding, cheat]", "[outstanding, chaet]", ":8: `flags`: \"chaet\" is not known. Did you mean \"cheat\"?")]
    public void Names_what_is_wrong_with_a_rubric(string old, string with, string expected)
    {
        _content.Replace(Hello, "hours: 6", "hours: 6\nevaluation: { peers: 1 }").Write(Guide, Rubric.Replace(old, with));

        _content.Read().Errors.ShouldHaveSingleItem().ShouldBe(Guide + expected);
    }

    private void Rules(string more) => _content.Replace("academy.yml", "levels: [0, 100, 300]", "levels: [0, 100, 300]\n" + more);
}
