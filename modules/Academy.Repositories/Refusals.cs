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

    // A repository elsewhere: the address.
    public static Refusal NoAddress { get; } = new(
        "elsewhere-address", "This is not the address of a repository. It should look like https://codeberg.org/name/project.git.", 400);

    public static Refusal OnlyHttps { get; } = new("elsewhere-https", "The address has to begin with https://.", 400);

    public static Refusal NoCredentials { get; } = new(
        "elsewhere-credentials", "Leave name and password out of the address: the repository has to be readable by everybody.", 400);

    public static Refusal PrivateAddress { get; } = new(
        "elsewhere-private", "The site only fetches from the open Internet, on the usual port. This address is inside a network.", 400);

    public static Refusal NotLinked { get; } = new("elsewhere-not-linked", "First say where your repository is.");

    // A repository elsewhere: fetching it.
    public static Refusal Unreachable { get; } =
        new("elsewhere-unreachable", "The site could not reach this address. Check it, and try again in a moment.");

    public static Refusal NotPublic { get; } = new(
        "elsewhere-not-public", "This repository does not exist, or only its members may read it. Make it public, or push your work to your repository here.");

    public static Refusal LeadsElsewhere { get; } =
        new("elsewhere-redirect", "This address leads on to another one. Link the address to which it leads.");

    public static Refusal NothingThere { get; } = new("elsewhere-empty", "There is no commit in this repository yet.");

    public static Refusal ElsewhereTooLarge { get; } = new(
        "elsewhere-too-large", "The repository is too large: {0} MB at most at once, {1} MB in all. Take large files out of your commits.");

    public static Refusal TookTooLong { get; } = new("elsewhere-slow", "Fetching took too long and was stopped. Try again in a moment.");

    public static Refusal Damaged { get; } = new(
        "elsewhere-damaged", "The site refused what it fetched: a file or a commit in it is damaged or has a forbidden name.");

    public static Refusal NotTaken { get; } = new("elsewhere-refused", "Your work was refused. {0}");

    public static Refusal Broken { get; } =
        new("elsewhere-broken", "Something went wrong on our side. Try again in a moment; if it goes on, tell the team.");
}
