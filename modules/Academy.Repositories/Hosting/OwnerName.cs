namespace Academy.Repositories.Hosting;

/// <summary>
/// The owner's part of an address: short enough to read out, the same for ever, and nobody's name. Two people may share one by
/// chance; then their repositories of the same project differ in their names.
/// </summary>
internal static class OwnerName
{
    // Without i, l, o and u: nothing to mix up.
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The last 40 bits of the id, which are random, as 8 characters.</summary>
    public static string Of(Guid ownerId)
    {
        var bits = ownerId.ToByteArray(bigEndian: true)[^5..].Aggregate(0L, (sum, part) => sum << 8 | part);
        return string.Create(8, bits, (name, rest) =>
        {
            for (var i = name.Length - 1; i >= 0; i--, rest >>= 5) name[i] = Digits[(int)(rest & 31)];
        });
    }
}
