namespace Academy.Kernel.Web;

/// <summary>Names of the rate limits that endpoints and pages ask for.</summary>
public static class RateLimitNames
{
    /// <summary>Passwords and one-time codes: few tries a minute from one address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Pages about people that anybody may open: nobody reads them all.</summary>
    public const string Public = "public";

    /// <summary>The API: generous, per account or address.</summary>
    public const string Api = "api";
}
