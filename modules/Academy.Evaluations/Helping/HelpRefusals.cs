using Academy.Kernel.Outcomes;

namespace Academy.Evaluations.Helping;

internal static class HelpRefusals
{
    public static readonly Refusal UnknownRequest = new("unknown-request", "There is no such request for help, or it is not for you.", Status: 404);

    public static readonly Refusal SayWhereYouAreStuck = new("say-where-you-are-stuck", "Write what you want to do, and what happens instead.", Status: 400);

    public static readonly Refusal EmptyMessage = new("empty-message", "There is nothing written yet.", Status: 400);

    public static readonly Refusal MessageTooLong = new("message-too-long", "This is longer than {0} characters. Say the most important part; you can write again.", Status: 400);

    public static readonly Refusal NoSuchPlace = new("no-such-place", "This commit has no such file or line. Open the file and ask from there.", Status: 400);

    public static readonly Refusal AskedAlready = new("asked-already", "You have already asked about this work. Write more there, or say that it is solved.");

    public static readonly Refusal HelpSolved = new("help-solved", "The learner has found it: this is solved. Whoever is stuck again asks again.");

    public static readonly Refusal LearnersTurn = new("learners-turn", "A mentor has answered; it is the learner's turn.");

    public static readonly Refusal HelpKept = new("help-kept", "Another mentor prepares an answer. If none comes within {0} minutes, it comes back by itself.");

    public static readonly Refusal NotKeptByYou = new("not-kept-by-you", "Take this request first, so that nobody else prepares the same answer. If you had taken it, its time is over.");

    public static readonly Refusal OwnRequest = new("own-request", "This is your own question. Another mentor will answer it.");
}
