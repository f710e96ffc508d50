namespace Academy.Kernel.Zones;

/// <summary>The zones, with the type of the model that their parts are given.</summary>
public static class ZoneNames
{
    /// <summary>A learner's home, below the next step: what concerns today. Model: <see cref="Guid"/>, the learner.</summary>
    public const string Home = "home";

    /// <summary>A learner's home, further below: what can be read in quiet. Model: <see cref="Guid"/>, the learner.</summary>
    public const string HomeMore = "home-more";

    /// <summary>A learner's home, beside. Model: <see cref="Guid"/>, the learner.</summary>
    public const string HomeAside = "home-aside";

    /// <summary>Beside the subject of a project. Model: <see cref="string"/>, the project's slug.</summary>
    public const string ProjectAside = "project-aside";

    /// <summary>The page of an attempt. Model: <see cref="Guid"/>, the attempt.</summary>
    public const string Attempt = "attempt";

    /// <summary>Beside the page of an attempt. Model: <see cref="Guid"/>, the attempt.</summary>
    public const string AttemptAside = "attempt-aside";

    /// <summary>Below a text file of a repository. Model: <see cref="Contracts.Repositories.FilePlace"/>.</summary>
    public const string File = "file";

    /// <summary>A finished grading. Model: <see cref="Guid"/>, the grading's attempt.</summary>
    public const string GradingResult = "grading-result";

    /// <summary>The top of every page, beside the account. Model: <see cref="Guid"/>, whoever is signed in.</summary>
    public const string Topbar = "topbar";

    /// <summary>The operator's page. Model: <see cref="string"/>, empty.</summary>
    public const string Operations = "operations";
}
