using Academy.Kernel.Outcomes;

namespace Academy.Repositories;

internal static class Refusals
{
    public static Refusal JustMade { get; } = new("repository-just-made", "This repository has just been made.");
}
