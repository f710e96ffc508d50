using System.Security.Cryptography;
using System.Text;

namespace Academy.Curriculum.Loading;

/// <summary>A file of the content, as it was when the folder was read.</summary>
internal sealed record ContentFile(byte[] Bytes, bool IsExecutable);

/// <summary>
/// The whole content folder, read once: what is checked, what is hashed and what is frozen are the same bytes, even while an
/// editor is saving.
/// </summary>
internal sealed class ContentFiles
{
    private readonly SortedDictionary<string, ContentFile> _files;

    public ContentFiles(IEnumerable<KeyValuePair<string, ContentFile>> files)
    {
        _files = new(StringComparer.Ordinal);
        foreach (var (path, file) in files) _files.Add(path, file);
        Id = Hash(_files);
    }

    /// <summary>The same files give the same id, on every machine.</summary>
    public string Id { get; }

    /// <summary>By path with slashes, in ordinal order.</summary>
    public IReadOnlyDictionary<string, ContentFile> All => _files;

    public bool Has(string path) => _files.ContainsKey(path);

    public bool HasFolder(string folder) => Under(folder).Any();

    /// <summary>Paths of the files in a folder and its folders.</summary>
    public IEnumerable<string> Under(string folder) => _files.Keys.Where(p => p.StartsWith($"{folder}/", StringComparison.Ordinal));

    /// <summary>Names of the folders right under this one, in ordinal order.</summary>
    public IEnumerable<string> Folders(string folder) => Under(folder)
        .Select(p => p[(folder.Length + 1)..].Split('/'))
        .Where(parts => parts.Length > 1)
        .Select(parts => parts[0])
        .Distinct();

    /// <summary>The text of a file; null, with an error, when it is not there, too large or not UTF-8.</summary>
    public string? Text(string path, int mostBytes, ContentErrors errors)
    {
        if (!_files.TryGetValue(path, out var file)) errors.Add(path, 0, "This file is missing.");
        else if (file.Bytes.Length > mostBytes) errors.Add(path, 0, "This file is too large: at most {0} kB.", mostBytes / 1024);
        else if (Decode(file.Bytes) is { } text) return text;
        else errors.Add(path, 0, "This file must be text in UTF-8.");
        return null;
    }

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Hash(SortedDictionary<string, ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in files)
        {
            // The length stands before the bytes, so that no two folders can look the same to the hash.
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{(file.IsExecutable ? 'x' : '-')}{file.Bytes.Length}\0"));
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
