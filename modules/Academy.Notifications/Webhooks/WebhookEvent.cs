namespace Academy.Notifications.Webhooks;

/// <summary>What other sites can be told of. The names are those that they receive.</summary>
internal enum WebhookEvent
{
    GradingFinished,
    EvaluationCompleted,
    ProjectValidated,

    /// <summary>An operator tries whether the address answers. Nobody subscribes to it.</summary>
    Test,
}
