using System.Globalization;

namespace Academy.Evaluations.Pages.Trends;

/// <summary>A small chart: one bar a period, from a line in the middle or at the foot.</summary>
/// <param name="Id">Of its title, unique in the page.</param>
/// <param name="Title">What is seen in it, in words.</param>
/// <param name="Values">One a period; null: nothing to draw.</param>
/// <param name="Low">The value at the foot.</param>
/// <param name="High">The value at the top.</param>
internal sealed record Bars(string Id, string Title, IReadOnlyList<double?> Values, double Low, double High)
{
    public const int Width = 36;
    public const int Height = 120;

    // However small, it can be seen.
    private const double Least = 3;

    /// <summary>Where the bars begin.</summary>
    public double Line => At(Math.Clamp(0, Low, High));

    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public (double Top, double Height) Bar(double value)
    {
        var at = At(Math.Clamp(value, Low, High));
        var height = Math.Max(Math.Abs(at - Line), Least);
        return (value >= 0 ? Line - height : Line, height);
    }

    private double At(double value) => Height - 2 - ((value - Low) / (High - Low) * (Height - 4));
}
