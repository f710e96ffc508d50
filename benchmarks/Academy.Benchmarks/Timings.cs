using System.Diagnostics;
using System.Globalization;

namespace Academy.Benchmarks;

/// <summary>Milliseconds of several runs of the same thing.</summary>
internal sealed class Timings(string name)
{
    private readonly List<double> _milliseconds = [];

    public double Median => Percentile(0.5);

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    public void Add(Timings once) => _milliseconds.Add(once.Median);

    public async Task MeasureAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        Add(Stopwatch.GetElapsedTime(began));
    }

    public double Percentile(double share) => _milliseconds.Order().ElementAt((int)Math.Min(share * _milliseconds.Count, _milliseconds.Count - 1));

    public void Print(Timings? reference = null)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-46} p50 {Median,7:0.0} ms   p95 {Percentile(0.95),7:0.0} ms   n {_milliseconds.Count,3}");
        if (reference is not null) line += string.Create(CultureInfo.InvariantCulture, $"   ratio {Median / reference.Median:0.00}");
        Console.WriteLine(line);
    }
}
