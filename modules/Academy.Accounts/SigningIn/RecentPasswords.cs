using System.Security.Cryptography;
using System.Text;
using Academy.Accounts.People;
using Microsoft.Extensions.Caching.Memory;

namespace Academy.Accounts.SigningIn;

/// <summary>
/// Passwords that were right a moment ago, so that the requests of one clone or push pay for one password hash. Neither the
/// password nor anything that outlives the process is kept; a changed password changes the stamp and so the key.
/// </summary>
internal sealed class RecentPasswords(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(3);

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private readonly MemoryCache _right = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public bool Knows(User user, string password) =>
        _right.TryGetValue(Key(user, password), out DateTimeOffset until) && clock.GetUtcNow() < until;

    public void Remember(User user, string password) => _right.Set(
        Key(user, password), clock.GetUtcNow() + Kept, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    public void Dispose() => _right.Dispose();

    private string Key(User user, string password) => Convert.ToBase64String(
        HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{user.Id}\0{user.SecurityStamp}\0{password}")));
}
