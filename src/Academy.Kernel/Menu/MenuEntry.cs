namespace Academy.Kernel.Menu;

/// <summary>An entry of a menu, shown to whoever has the permission of the page behind it.</summary>
/// <param name="Text">English text: the key of its translation.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Icon">Name of an icon of the design system.</param>
/// <param name="Permission">Name of the permission.</param>
/// <param name="Order">Smaller first.</param>
/// <param name="Place">Which menu.</param>
public sealed record MenuEntry(string Text, string Path, string Icon, string Permission, int Order, MenuPlace Place = MenuPlace.Bar)
{
    /// <summary>Whether a page with this path belongs to it.</summary>
    public bool Covers(string path) => path == Path || (Path != "/" && path.StartsWith(Path + "/", StringComparison.Ordinal));
}

/// <summary>The menus of every page. The bar has room for a handful of entries: it is for what people come for each day.</summary>
public enum MenuPlace
{
    /// <summary>Always in sight at the top.</summary>
    Bar,

    /// <summary>Beneath one's own name: what one looks at now and then.</summary>
    Own,

    /// <summary>Beneath "Manage": the work of those who run the academy.</summary>
    Manage,

    /// <summary>At the foot of the page: good to know.</summary>
    Foot,
}
