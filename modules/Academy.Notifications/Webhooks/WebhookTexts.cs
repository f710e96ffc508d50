namespace Academy.Notifications.Webhooks;

/// <summary>Events and states in words, as keys of translations; and how they look.</summary>
internal static class WebhookTexts
{
    public static string Of(WebhookEvent happened) => happened switch
    {
        WebhookEvent.GradingFinished => "A grading is finished",
        WebhookEvent.EvaluationCompleted => "An evaluation is handed in",
        WebhookEvent.ProjectValidated => "A project is validated",
        _ => "Test",
    };

    public static (string Tone, string Icon, string Text) Of(WebhookDelivery delivery) => delivery.State switch
    {
        DeliveryState.Delivered => ("is-ok", "check", "Delivered"),
        DeliveryState.GivenUp => ("is-bad", "cross", "Given up"),
        _ => ("is-warn", "clock", "Waiting"),
    };
}
