using Academy.Kernel.Outcomes;

namespace Academy.Enrolment;

internal static class Refusals
{
    public static readonly Refusal UnknownProject = new("unknown-project", "There is no such project.", Status: 404);

    public static readonly Refusal UnknownAttempt = new("unknown-attempt", "There is no such attempt, or it is not yours.", Status: 404);

    public static readonly Refusal ProjectLocked = new("project-locked", "This project is still locked. To open it, first validate: {0}.");

    public static readonly Refusal NotYetAgain = new("not-yet-again", "Another attempt opens on {0}. Until then, reread the feedback: it is what makes the next one better.");

    public static readonly Refusal JustRegistered = new("just-registered", "You have begun this project a moment ago, in another window.");
}
