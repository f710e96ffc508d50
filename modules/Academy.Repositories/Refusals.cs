using Academy.Kernel.Outcomes;

namespace Academy.Repositories;

internal static class Refusals
{
    public static Refusal JustMade { get; } = new("repository-just-made", "This repository has just been made.");

    public static Refusal UnknownRepository { get; } =
        new("repository-unknown", "There is no repository at this address, or it is not yours.", 404);

    public static Refusal OnlyOwnerPushes { get; } =
        new("repository-not-yours", "You may read this repository, but only the person whose work it is pushes there.", 403);

    public static Refusal ScopeMissing { get; } =
        new("scope-missing", "This token may not do that: it lacks the permission {0}. Make a new token on the site, under your profile.", 403);

    public static Refusal JustMoved { get; } = new("branch-just-moved", "Another push has just moved this branch.");
}
