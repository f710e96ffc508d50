namespace Academy.Curriculum.Loading;

/// <summary>All errors of one reading: an author wants to see every one of them at once.</summary>
internal sealed class ContentErrors
{
    // More than anybody repairs in one go; a generated file may have a million.
    private const int Most = 500;

    private readonly List<ContentError> _errors = [];

    public IReadOnlyList<ContentError> All =>
        [.. _errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)];

    public bool Any => _errors.Count > 0;

    public void Add(string file, long line, string text, params object[] args)
    {
        if (_errors.Count < Most) _errors.Add(new ContentError(file, line, text, args));
    }
}
