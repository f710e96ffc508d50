using Academy.Kernel.Outcomes;

namespace Academy.Notifications;

internal static class Refusals
{
    public static readonly Refusal ToldAlready = new("told-already", "This was told already.");

    public static readonly Refusal NoSuchNotice = new("no-such-notice", "You have no such notice.", 404);

    public static readonly Refusal ChangedMeanwhile = new("notice-changed-meanwhile", "Something else changed this at the same moment. Try once more.");

    public static readonly Refusal NoAddress = new(
        "no-webhook-address", "This is no address that something can be sent to. It looks like https://example.org/academy.", 400);

    public static readonly Refusal OnlyHttps = new(
        "webhook-only-https", "Only addresses with https are taken: on its way, what is sent could be read by others.", 400);

    public static readonly Refusal PrivateAddress = new(
        "webhook-private-address", "This address is not on the open Internet. Give one that can be reached from everywhere.", 400);

    public static readonly Refusal ChooseEvents = new("choose-events", "Choose at least one event.", 400);

    public static readonly Refusal TooManyWebhooks = new(
        "too-many-webhooks", "There are {0} webhooks, which is the most. Remove one that is no longer needed.");

    public static readonly Refusal NoSuchWebhook = new("no-such-webhook", "There is no such webhook.", 404);

    public static readonly Refusal NoSuchDelivery = new("no-such-delivery", "This webhook has no such delivery.", 404);

    public static readonly Refusal OnItsWay = new("on-its-way", "This is on its way already. Look again in a moment.");
}
