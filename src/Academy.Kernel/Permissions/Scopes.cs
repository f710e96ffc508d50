namespace Academy.Kernel.Permissions;

/// <summary>What a personal access token may do, of what its owner may.</summary>
public static class Scopes
{
    /// <summary>The claim that a request signed with a token carries, once for each scope.</summary>
    public const string ClaimType = "scope";

    /// <summary>Read through the API.</summary>
    public const string ApiRead = "api:read";

    /// <summary>Change through the API.</summary>
    public const string ApiWrite = "api:write";

    /// <summary>Clone and fetch.</summary>
    public const string GitRead = "git:read";

    /// <summary>Push.</summary>
    public const string GitWrite = "git:write";

    /// <summary>All of them, those to come too.</summary>
    public const string Everything = "*";

    /// <summary>Every scope that a token can be given.</summary>
    public static IReadOnlyList<string> All { get; } = [ApiRead, ApiWrite, GitRead, GitWrite];
}
