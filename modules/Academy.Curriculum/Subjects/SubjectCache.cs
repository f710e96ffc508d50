using Microsoft.Extensions.Caching.Memory;

namespace Academy.Curriculum.Subjects;

/// <summary>Rendered subjects: a page costs a look-up.</summary>
internal sealed class SubjectCache : IDisposable
{
    private const int MostCharacters = 16_000_000;

    // A subject that was rendered while Node was away gets its colours an hour later at most.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public async Task<Subject> GetAsync(string key, Func<Task<Subject>> render)
    {
        if (_cache.TryGetValue(key, out Subject? known)) return known!;
        var subject = await render();
        var size = subject.Html.ToString()?.Length ?? 0;
        return _cache.Set(key, subject, new MemoryCacheEntryOptions { Size = size, AbsoluteExpirationRelativeToNow = Kept });
    }

    public void Dispose() => _cache.Dispose();
}
