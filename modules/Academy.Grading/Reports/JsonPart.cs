using System.Text.Json;
using System.Text.Unicode;

namespace Academy.Grading.Reports;

/// <summary>A value in a report in JSON, and where it stands: whatever is wrong with it is said with its place.</summary>
internal readonly struct JsonPart
{
    private const decimal MostNumber = 1_000_000;

    // Deeper than any report goes; a parser of a few lines overflows its stack at some thousands.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private readonly JsonElement _value;

    private JsonPart(JsonElement value, string path) => (_value, Path) = (value, path);

    public string Path { get; }

    public bool IsArray => _value.ValueKind == JsonValueKind.Array;

    public bool IsNumber => _value.ValueKind == JsonValueKind.Number;

    /// <summary>Reads a whole document with what <paramref name="read"/> makes of it.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> json, Func<JsonPart, T> read)
    {
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        if (!Utf8.IsValid(json.Span)) throw new InvalidReportException("The report is not text in UTF-8.");
        try
        {
            using var document = Parse(json);
            return read(new JsonPart(document.RootElement, "").Object());
        }
        catch (JsonException e)
        {
            throw new InvalidReportException($"The report is not JSON: {e.Message}");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (InvalidOperationException)
        {
            // A name with an escape such as \ud800 alone, which is no character, cannot be compared with the others.
            throw new InvalidReportException("The report has a name with broken characters.");
        }
    }

    /// <summary>A property that may be absent, or null.</summary>
    public JsonPart? Optional(string name) =>
        _value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new JsonPart(value, Path == "" ? name : $"{Path}.{name}") : null;

    public JsonPart Required(string name) =>
        Optional(name) ?? throw new InvalidReportException($"`{(Path == "" ? name : $"{Path}.{name}")}` is missing.");

    public JsonPart Object() => _value.ValueKind == JsonValueKind.Object ? this : throw Expected(Path == "" ? "an object" : "an object { … }");

    public IReadOnlyList<JsonPart> Items()
    {
        if (!IsArray) throw Expected("a list");
        if (_value.GetArrayLength() > TestReport.MaxCases) throw new InvalidReportException($"`{Path}` has more than {TestReport.MaxCases} entries.");
        var path = Path;
        return [.. _value.EnumerateArray().Select((item, i) => new JsonPart(item, $"{path}[{i}]"))];
    }

    public string Text()
    {
        if (_value.ValueKind != JsonValueKind.String) throw Expected("a text");
        try
        {
            return _value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone is no character.
            throw Expected("a text without broken characters");
        }
    }

    public bool Bool() => _value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Expected("true or false"),
    };

    /// <summary>A number from 0 to what a test can reasonably be worth or last.</summary>
    public decimal Number(decimal most = MostNumber) =>
        IsNumber && _value.TryGetDecimal(out var number) && number >= 0 && number <= most ? number : throw Expected($"a number from 0 to {most}");

    public int Whole(int least, int most) =>
        IsNumber && _value.TryGetInt32(out var number) && number >= least && number <= most ? number : throw Expected($"a whole number from {least} to {most}");

    /// <summary>One of the words that the format knows.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> known) =>
        known.TryGetValue(Text(), out var value) ? value : throw Expected($"one of {string.Join(", ", known.Keys)}");

    private InvalidReportException Expected(string what) => new(Path == "" ? $"The report must be {what}." : $"`{Path}` must be {what}.");
}
