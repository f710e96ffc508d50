using Academy.Kernel.Outcomes;

namespace Academy.Notifications;

internal static class Refusals
{
    public static readonly Refusal ToldAlready = new("told-already", "This was told already.");

    public static readonly Refusal NoSuchNotice = new("no-such-notice", "You have no such notice.", 404);

    public static readonly Refusal ChangedMeanwhile = new("notice-changed-meanwhile", "Something else changed this at the same moment. Try once more.");
}
