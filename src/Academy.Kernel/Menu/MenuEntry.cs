namespace Academy.Kernel.Menu;

/// <summary>An entry of the main menu, shown to whoever has the permission of the page behind it.</summary>
/// <param name="Text">English text: the key of its translation.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Icon">Name of an icon of the design system.</param>
/// <param name="Permission">Name of the permission.</param>
/// <param name="Order">Smaller first.</param>
public sealed record MenuEntry(string Text, string Path, string Icon, string Permission, int Order);
