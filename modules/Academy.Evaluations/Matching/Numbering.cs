using System.Runtime.InteropServices;

namespace Academy.Evaluations.Matching;

/// <summary>Gives things small numbers, so that arrays can stand for dictionaries.</summary>
internal sealed class Numbering<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];

    public int Count => _numbers.Count;

    public int Of(T thing)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, thing, out var known);
        if (!known) number = _numbers.Count - 1;
        return number;
    }
}
