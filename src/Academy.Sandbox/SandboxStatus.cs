namespace Academy.Sandbox;

/// <summary>Counts for an operator, since the process started.</summary>
/// <param name="Image">The image; of two sandboxes on one network, both.</param>
/// <param name="Running">Handed out now.</param>
/// <param name="Warm">Standing by now, or about to.</param>
/// <param name="Hits">Asked for while one stood by.</param>
/// <param name="Misses">Asked for while none did.</param>
/// <param name="StartTime">How long starting one takes, as last measured; zero when none was started.</param>
public sealed record SandboxStatus(string Image, int Running, int Warm, long Hits, long Misses, TimeSpan StartTime);
