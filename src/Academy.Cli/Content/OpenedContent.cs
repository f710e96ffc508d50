using System.Globalization;
using Academy.Contracts.Curriculum;
using Academy.Curriculum;
using Academy.Curriculum.Loading;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Content;

/// <summary>A content folder of this machine, read as the site reads it.</summary>
/// <param name="Folder">As it was named on the command line: places of errors begin with it.</param>
/// <param name="Release">Complete only when there are no errors.</param>
/// <param name="Errors">What the site would refuse.</param>
/// <param name="Warnings">What the site accepts, and an author should look at.</param>
internal sealed record OpenedContent(
    string Folder, Release Release, IReadOnlyList<ContentError> Errors, IReadOnlyList<ContentError> Warnings)
{
    /// <summary>Null, and said why, when there is no content in the folder.</summary>
    public static OpenedContent? Open(string folder, IStringLocalizer texts, TextWriter errors)
    {
        if (!File.Exists(Path.Combine(folder, "academy.yml")))
        {
            errors.WriteLine(texts["{0} is not a content folder: it has no academy.yml.", folder]);
            return null;
        }

        var found = new ContentErrors();
        var files = ReadFolder.Read(folder, found);
        var release = ReadContent.Read(files, Path.GetFullPath(folder), new ContentOptions().KnownImages(), found);
        return new OpenedContent(folder, release, found.All, [.. Translations.Find(files, release)]);
    }

    /// <summary>Errors and warnings of one project include those of the files that all share.</summary>
    public OpenedContent Only(IReadOnlyCollection<string> projects)
    {
        if (projects.Count == 0) return this;
        return this with { Errors = [.. Errors.Where(Concerns)], Warnings = [.. Warnings.Where(Concerns)] };

        bool Concerns(ContentError error) => error.File.Split('/') is not ["projects", var slug, ..] || projects.Contains(slug);
    }

    /// <summary>"folder/file:line: sentence", which editors make a link of.</summary>
    public string Say(ContentError error, IStringLocalizer texts) =>
        $"{Path.Combine(Folder, error.Where)}: {string.Format(CultureInfo.CurrentCulture, texts[error.Text], error.Args)}";
}
