using Academy.Kernel.Typesetting;
using Academy.Repositories.Browsing;
using Academy.Repositories.Git;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Repositories.Pages.Browsing;

[Authorize(Permissions.Read)]
internal sealed class FilesModel(OpenRepository open, Typesetter typesetter) : RepositoryPage(open)
{
    /// <summary>Of the folder or file; empty for the top folder.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The folder, when it is one.</summary>
    public FolderList? Folder { get; private set; }

    /// <summary>The file, or the folder's README.</summary>
    public FileView? Shown { get; private set; }

    /// <summary>Of the file, from the top.</summary>
    public string ShownPath => Folder is null ? Path : string.Join('/', new[] { Path, Shown!.Entry.Name }.Where(part => part != ""));

    public async Task<IActionResult> OnGetAsync(Guid attemptId, string? path, CancellationToken ct)
    {
        Path = (path ?? "").Trim('/');
        if (!await OpenAsync(attemptId, Reference, ct)) return NotFound();
        if (await Reader.FindEntryAsync(Commit.Id, Path, ct) is not { } entry) return NotFound();

        await ReadBranchesAsync(ct);
        if (entry.Kind == TreeEntryKind.Folder)
        {
            Folder = await Reader.ListAsync(entry, ct);
            entry = Folder.Entries.FirstOrDefault(e => e.Kind == TreeEntryKind.File && IsReadme(e.Name));
        }

        if (entry is not null) Shown = await FileView.OpenAsync(Reader, entry, typesetter, ct);
        return Page();
    }

    private static bool IsReadme(string name) => System.IO.Path.GetFileNameWithoutExtension(name).Equals("readme", StringComparison.OrdinalIgnoreCase);
}
