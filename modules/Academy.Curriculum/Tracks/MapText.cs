namespace Academy.Curriculum.Tracks;

/// <summary>
/// Breaks a text to lines of a drawing. SVG does not wrap by itself and the server has no fonts, so widths are those of a
/// usual sans-serif face, rounded up.
/// </summary>
internal static class MapText
{
    /// <param name="text">What is written.</param>
    /// <param name="width">Of a line, in pixels.</param>
    /// <param name="size">Of the font, in pixels.</param>
    /// <param name="most">Lines; what does not fit ends with an ellipsis.</param>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int most)
    {
        var lines = new List<string>();
        var line = "";
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.TryDequeue(out var word))
        {
            var longer = line == "" ? word : $"{line} {word}";
            if (Width(longer, size) <= width)
            {
                line = longer;
            }
            else if (lines.Count == most - 1 || line == "")
            {
                // The last line, or a single word that is wider than the line.
                lines.Add(Cut(string.Join(' ', words.Prepend(longer)), width, size));
                return lines;
            }
            else
            {
                lines.Add(line);
                line = word;
            }
        }

        if (line != "") lines.Add(Width(line, size) <= width ? line : Cut(line, width, size));
        return lines;
    }

    public static double Width(string text, double size) => text.Sum(c => Em(c)) * size;

    private static string Cut(string text, double width, double size)
    {
        var length = text.Length;
        while (length > 0 && Width(text[..length] + "…", size) > width) length--;
        return text[..length].TrimEnd() + "…";
    }

    private static double Em(char c) => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '’' or '|' or '!' or 'î' or 'ï' => 0.29,
        ' ' or '\u00a0' or '\u202f' or 't' or 'f' or 'r' or '(' or ')' or '-' or '·' => 0.37,
        'm' or 'w' or 'M' or 'W' or '…' or '%' => 0.92,
        _ when char.IsUpper(c) => 0.72,
        _ => 0.56,
    };
}
