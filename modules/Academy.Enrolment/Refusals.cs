using Academy.Kernel.Outcomes;

namespace Academy.Enrolment;

internal static class Refusals
{
    public static readonly Refusal UnknownProject = new("unknown-project", "There is no such project.", Status: 404);

    public static readonly Refusal UnknownAttempt = new("unknown-attempt", "There is no such attempt, or it is not yours.", Status: 404);

    public static readonly Refusal ProjectLocked = new("project-locked", "This project is still locked. To open it, first validate: {0}.");

    public static readonly Refusal NotYetAgain = new("not-yet-again", "Another attempt opens on {0}. Until then, reread the feedback: it is what makes the next one better.");

    public static readonly Refusal JustRegistered = new("just-registered", "You have begun this project a moment ago, in another window.");

    public static readonly Refusal NoTeam = new("no-team", "This project is done alone: there is no team.");

    public static readonly Refusal OnlyCaptain = new("only-captain", "Only the captain of the team can do this.");

    public static readonly Refusal TeamClosed =
        new("team-closed", "The work is handed in, or over: the team no longer changes. For the next attempt, you choose anew.");

    public static readonly Refusal TeamFull =
        new("team-full", "The team is full: it may have {0} people, invitations counted. Withdraw an invitation to invite somebody else.");

    public static readonly Refusal TeamTooSmall =
        new("team-too-small", "The team needs {0} people who have confirmed, and has {1}. Invite others, or remind those who have not answered.");

    public static readonly Refusal TeamStarted = new("team-started", "The team has started already.");

    public static readonly Refusal AlreadyInvited = new("already-invited", "This person is invited already, or is in the team.");

    public static readonly Refusal NotInvited = new("not-invited", "This invitation no longer stands: it was withdrawn, or you have said no. The captain can invite you again.");

    public static readonly Refusal NotInTeam = new("not-in-team", "This person is not in the team.");

    public static readonly Refusal BusyElsewhere =
        new("busy-elsewhere", "You already work on this project in another attempt. Leave that team, or give the attempt up, and this invitation is open again.");

    public static readonly Refusal CannotJoin =
        new("cannot-join", "This person cannot join now: the project is not open to them, or they already work on it.");

    public static readonly Refusal NotOpenToYou =
        new("not-open-to-you", "This project is not open to you yet. Its page says what opens it; the invitation waits.");

    public static readonly Refusal TeamMoved = new("team-moved", "The team has just changed. Look again, then decide.");

    public static readonly Refusal HandedInAlready =
        new("handed-in-already", "The work is handed in and waits for its evaluators: it can no longer be given up. If it fails, another attempt follows.");

    public static readonly Refusal NothingToGiveUp = new("nothing-to-give-up", "This attempt is not under way: there is nothing to give up.");
}
