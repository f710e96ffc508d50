using Academy.Repositories.Browsing;

namespace Academy.Repositories.Pages.Browsing;

internal enum RepositoryTab
{
    Files,
    History,
    Elsewhere,
}

/// <summary>The head of each page of a repository.</summary>
/// <param name="Tab">Which page is shown.</param>
/// <param name="Reference">Branch or commit that the reader looks at; null for main.</param>
internal sealed record RepositoryHead(OpenedRepository Repository, RepositoryTab Tab, string? Reference);
