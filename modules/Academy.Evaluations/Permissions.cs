using Academy.Kernel.Permissions;

namespace Academy.Evaluations;

internal static class Permissions
{
    /// <summary>Hand in, book, and see what comes of it: one's own works.</summary>
    public const string HandIn = "evaluations.hand-in";

    /// <summary>Open times for others, and keep one's appointments.</summary>
    public const string Meet = "evaluations.meet";

    /// <summary>See one's own points.</summary>
    public const string Points = "evaluations.points";

    /// <summary>See what rules did by themselves, and take it back; read the whole record of a mark.</summary>
    public const string Oversee = "evaluations.oversee";

    /// <summary>Try other rules on what has happened.</summary>
    public const string Simulate = "evaluations.simulate";

    /// <summary>See how a mark came about: one's own, or any for those who oversee.</summary>
    public const string ReadMarks = "evaluations.read-marks";

    /// <summary>Judge appeals.</summary>
    public const string Judge = "evaluations.judge";

    /// <summary>Decide cases.</summary>
    public const string DecideCases = "evaluations.decide-cases";

    /// <summary>Choose and mark the works that show how strict evaluators are.</summary>
    public const string Calibrate = "evaluations.calibrate";

    /// <summary>Say that one is stuck.</summary>
    public const string AskHelp = "evaluations.ask-help";

    /// <summary>Read and write where one has asked, or may answer.</summary>
    public const string ReadHelp = "evaluations.read-help";

    /// <summary>See who is stuck, and help.</summary>
    public const string Help = "evaluations.help";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(HandIn, Role.Learner),
        new(Meet, Role.Learner | Role.Mentor | Role.Trainer),
        new(Points, Role.Learner),
        new(ReadMarks, Role.Learner | Role.Mentor | Role.Trainer),
        new(Judge, Role.Mentor | Role.Trainer),
        new(DecideCases, Role.Trainer),
        new(Calibrate, Role.Trainer),
        new(Oversee, Role.Mentor | Role.Trainer),
        new(Simulate, Role.Operator),
        new(AskHelp, Role.Learner),
        new(ReadHelp, Role.Learner | Role.Mentor | Role.Trainer),
        new(Help, Role.Mentor | Role.Trainer),
    ];
}
