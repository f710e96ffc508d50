using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading;
using Academy.Testing;

namespace Academy.Curriculum.Tests;

internal static class Reading
{
    /// <summary>Reads the content as the site does; each error is written as an author sees it.</summary>
    public static (Release Release, IReadOnlyList<string> Errors) Read(this SmallContent content)
    {
        var errors = new ContentErrors();
        var files = ReadFolder.Read(content.Folder, errors);
        var release = ReadContent.Read(files, content.Folder, new ContentOptions().KnownImages(), errors);
        return (release, [.. errors.All.Select(e => e.ToString())]);
    }
}
