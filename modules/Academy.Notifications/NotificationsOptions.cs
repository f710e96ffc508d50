namespace Academy.Notifications;

/// <summary>Section "Notifications".</summary>
internal sealed class NotificationsOptions
{
    /// <summary>
    /// Lets webhooks go to programs on this machine, also without encryption: for trying them out. Never on a machine where
    /// something answers on loopback that operators of the site may not reach.
    /// </summary>
    public bool AllowLoopbackWebhooks { get; set; }
}
