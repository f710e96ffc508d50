namespace Academy.Sandbox.Supervising;

/// <summary>What goes between the host and the supervisor; images/base/supervisor/README.md describes it.</summary>
internal static class Frame
{
    public const int HeadLength = 5;

    /// <summary>The largest that the supervisor sends.</summary>
    public const int LongestAnswer = 64 << 10;

    /// <summary>The largest that it takes.</summary>
    public const int LongestRequest = 1 << 20;

    /// <summary>Arguments and variables of one command.</summary>
    public const int MostFields = 16_000;

    // From the host.
    public const byte Live = (byte)'L';
    public const byte Run = (byte)'R';
    public const byte Input = (byte)'I';
    public const byte EndOfInput = (byte)'E';
    public const byte Stop = (byte)'K';
    public const byte Wait = (byte)'W';
    public const byte Clean = (byte)'C';
    public const byte File = (byte)'F';

    // From the supervisor.
    public const byte Output = (byte)'O';
    public const byte Error = (byte)'X';
    public const byte Done = (byte)'D';
}
