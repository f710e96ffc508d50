namespace Academy.Contracts;

/// <summary>A text written by people, in one or more languages. Keys are ISO 639-1 codes in lower case ("fr").</summary>
/// <param name="Values">Never empty; the first is the default language.</param>
public sealed record Text(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A text without language variants.</summary>
    public static Text Of(string value) => new(new Dictionary<string, string> { ["fr"] = value });

    /// <summary>The text in <paramref name="language"/>, or else in the default language.</summary>
    public string In(string language) =>
        Values.TryGetValue(language, out var value) ? value : Values.First().Value;

    /// <summary>The text in the language of the current request (<see cref="System.Globalization.CultureInfo.CurrentUICulture"/>).</summary>
    public override string ToString() => In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
