namespace Academy.Cli;

internal static class ExitCodes
{
    public const int Good = 0;

    /// <summary>The work does not pass, or the author has something to change.</summary>
    public const int NotGood = 1;

    /// <summary>The question could not be answered: no sandbox, no such folder, broken content.</summary>
    public const int CannotTell = 2;
}
