using Academy.Kernel.Outcomes;

namespace Academy.Progress;

internal static class Refusals
{
    public static readonly Refusal HoursOutOfRange = new("hours-out-of-range", "Choose between {0} and {1} hours a week.", Status: 400);

    public static readonly Refusal PauseInThePast = new("pause-in-the-past", "The end of the pause lies in the past. Choose a later day, or none.", Status: 400);

    public static readonly Refusal PauseWithoutDay = new("pause-without-day", "Say until which day you pause, or choose “Without an end”.", Status: 400);

    public static readonly Refusal PauseTooLong = new("pause-too-long", "A pause with an end lasts {0} years at most. For a longer one, choose “Without an end”.", Status: 400);

    public static readonly Refusal WordsTooLong = new("words-too-long", "Your words may have {0} characters at most.", Status: 400);

    public static readonly Refusal AddressWrong = new(
        "profile-address-wrong", "An address has 3 to 40 letters without accents, digits and hyphens, with a letter or a digit at both ends.", Status: 400);

    public static readonly Refusal AddressTaken = new("profile-address-taken", "Somebody else has this address already. Choose another one.");

    public static readonly Refusal JustChanged = new("pace-just-changed", "This has just been changed in another window. Look again.");

    public static readonly Refusal UnknownLearner = new("unknown-learner", "There is no such learner.", Status: 404);

    public static readonly Refusal NoReferent = new("no-referent", "A referent is a mentor, a trainer or a programme officer with an open account.", Status: 400);
}
