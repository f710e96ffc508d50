namespace Academy.Kernel.Texts;

/// <summary>The languages of the interface.</summary>
public static class Languages
{
    /// <summary>What people see before they choose.</summary>
    public const string Default = "fr";

    /// <summary>ISO 639-1 codes.</summary>
    public static IReadOnlyList<string> All { get; } = ["fr", "en"];
}
