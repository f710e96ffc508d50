namespace Academy.Kernel.Web;

/// <summary>Section "Demo".</summary>
public sealed class DemoOptions
{
    /// <summary>
    /// Fills an empty academy with demo people whose password everybody knows; the site then answers on loopback only.
    /// </summary>
    public bool Enabled { get; set; }

    /// <summary>Password of the demo accounts.</summary>
    public const string Password = "academie-demo";
}
