using System.Globalization;
using Academy.Kernel.Data;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Serving;

/// <summary>
/// What a push may bring beyond what git itself checks. Git asks through the one hook that the site has, in a folder of the
/// site; a repository's own hooks never run.
/// </summary>
internal sealed class PushRules(IOptions<DataOptions> data, IOptions<RepositoryOptions> options, IStringLocalizer texts)
{
    private const string Hook = "pre-receive";
    private const int Megabyte = 1024 * 1024;

    private string Folder => data.Value.Folder("repositories", "hooks");

    /// <summary>Puts the hook in place. Once at start.</summary>
    public async Task InstallAsync(CancellationToken ct)
    {
        var draft = Path.Combine(Folder, Path.GetRandomFileName());
        await using (var source = typeof(PushRules).Assembly.GetManifestResourceStream(Hook)!)
        await using (var file = File.Create(draft))
        {
            await source.CopyToAsync(file, ct);
        }

        File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.Move(draft, Path.Combine(Folder, Hook), overwrite: true);
    }

    /// <summary>Git's configuration for a push of at most <paramref name="maxBytes"/>.</summary>
    public IReadOnlyList<(string Key, string Value)> Config(long maxBytes) =>
    [
        .. SendFetch.Visible,
        ("core.hooksPath", Folder),
        ("receive.fsckObjects", "true"),
        ("receive.maxInputSize", maxBytes.ToString(CultureInfo.InvariantCulture)),
        ("receive.denyDeleteCurrent", "refuse"),
        // What arrives packed stays packed: a clone then sends it as it is.
        ("receive.unpackLimit", "1"),
        ("receive.autogc", "false"),
        ("receive.advertisePushOptions", "false"),
    ];

    /// <summary>The hook's limits, and its sentences in the reader's language.</summary>
    public IReadOnlyDictionary<string, string> Environment()
    {
        var limits = options.Value;
        return new Dictionary<string, string>
        {
            ["ACADEMY_MAX_FILES"] = limits.MaxFiles.ToString(CultureInfo.InvariantCulture),
            ["ACADEMY_MAX_FILE_BYTES"] = ((long)limits.MaxFileMegabytes * Megabyte).ToString(CultureInfo.InvariantCulture),
            ["ACADEMY_TOO_MANY_FILES"] = texts["A branch may have {0} files at most. Take out what a program can make again (node_modules, build results), then push again.", limits.MaxFiles],
            ["ACADEMY_FILE_TOO_LARGE"] = texts["A file may have {0} MB at most. This one is larger:", limits.MaxFileMegabytes],
            ["ACADEMY_BAD_BRANCH"] = texts["The name of a branch may not begin with a hyphen. Rename it:"],
            ["ACADEMY_BAD_NAME"] = texts["The name of this file has a character that cannot be shown, such as a line break. Rename it:"],
            ["ACADEMY_NAME_TOO_LONG"] = texts["The name of this file is too long. Shorten it:"],
        };
    }
}
