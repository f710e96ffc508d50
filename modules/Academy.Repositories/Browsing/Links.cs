namespace Academy.Repositories.Browsing;

/// <summary>Addresses of pages about a repository. Names of files may hold anything.</summary>
internal static class Links
{
    /// <param name="root">The attempt's address.</param>
    /// <param name="path">Of a file or folder; empty for the top.</param>
    /// <param name="reference">Branch or commit; null for main.</param>
    public static string Files(string root, string path, string? reference)
    {
        var address = $"{root}/files{string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => "/" + Uri.EscapeDataString(part)))}";
        return reference is null ? address : $"{address}?ref={Uri.EscapeDataString(reference)}";
    }

    public static string History(string root, string? reference, int page = 1)
    {
        var query = new List<string>();
        if (reference is not null) query.Add($"ref={Uri.EscapeDataString(reference)}");
        if (page > 1) query.Add($"number={page}");
        return $"{root}/history{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
    }

    /// <summary>A name that is not UTF-8 cannot stand in an address.</summary>
    public static bool CanLink(string path) => !path.Contains('\ufffd', StringComparison.Ordinal);
}
