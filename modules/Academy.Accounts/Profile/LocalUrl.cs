namespace Academy.Accounts.Profile;

/// <summary>Where to go back to: never to another site.</summary>
internal static class LocalUrl
{
    /// <summary>The address if it is a path of this site, else the home page.</summary>
    public static string Safe(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
