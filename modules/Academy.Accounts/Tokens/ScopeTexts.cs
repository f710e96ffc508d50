using Academy.Kernel.Permissions;

namespace Academy.Accounts.Tokens;

/// <summary>What the scopes allow, as keys of translations.</summary>
internal static class ScopeTexts
{
    public static string Of(string scope) => scope switch
    {
        Scopes.GitRead => "Fetch repositories with git",
        Scopes.GitWrite => "Push work with git",
        Scopes.ApiRead => "Let a program read what you see on the site",
        Scopes.ApiWrite => "Let a program act for you on the site",
        Scopes.Everything => "Everything, also what will be added later",
        _ => scope,
    };
}
