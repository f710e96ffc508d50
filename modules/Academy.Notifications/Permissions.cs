using Academy.Kernel.Permissions;

namespace Academy.Notifications;

internal static class Permissions
{
    /// <summary>One's own notices, and the choice of what to be told.</summary>
    public const string Self = "notifications.self";

    /// <summary>See which sites are told what, and how that went.</summary>
    public const string ReadWebhooks = "notifications.webhooks-read";

    /// <summary>Have other sites told of what happens here.</summary>
    public const string ManageWebhooks = "notifications.webhooks-manage";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Self, Role.Everybody),
        new(ReadWebhooks, Role.Operator | Role.Trainer),
        new(ManageWebhooks, Role.Operator),
    ];
}
