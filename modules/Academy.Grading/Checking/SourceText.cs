namespace Academy.Grading.Checking;

/// <summary>Tells code from comments and quotes, letter by letter; spaces take the place of what is no code, so that lines stay lines.</summary>
internal static class SourceText
{
    public static (string WithoutComments, string CodeOnly) Blank(string text, Language language)
    {
        var (withoutComments, codeOnly) = (text.ToCharArray(), text.ToCharArray());
        var at = 0;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (CommentLength(rest, at == 0 ? '\n' : text[at - 1], language) is var comment and > 0)
            {
                Fill(withoutComments, at, comment);
                Fill(codeOnly, at, comment);
                at += comment;
            }
            else if (QuoteLength(rest, language) is var quote and > 0)
            {
                Fill(codeOnly, at, quote);
                at += quote;
            }
            else
            {
                // In a shell a backslash takes the meaning from the quote behind it.
                at += language.IsShell && rest[0] == '\\' ? 2 : 1;
            }
        }

        return (new string(withoutComments), new string(codeOnly));
    }

    private static int CommentLength(ReadOnlySpan<char> rest, char before, Language language)
    {
        if (language.HasBlockComments && rest.StartsWith("/*")) return Through(rest, 2, "*/");
        foreach (var mark in language.LineComments)
        {
            if (!rest.StartsWith(mark)) continue;
            // $# and ${#name} are no comments.
            if (language.IsShell && !char.IsWhiteSpace(before) && before is not (';' or '(')) continue;
            var end = rest.IndexOf('\n');
            return end < 0 ? rest.Length : end;
        }

        return 0;
    }

    private static int QuoteLength(ReadOnlySpan<char> rest, Language language)
    {
        if (rest[0] is not ('"' or '\'' or '`') || (rest[0] == '`' && !language.HasTemplates)) return 0;
        if (language.HasTripleQuotes && rest.Length > 2 && rest[1] == rest[0] && rest[2] == rest[0]) return Through(rest, 3, rest[..3]);

        var escapes = !(language.IsShell && rest[0] == '\'') && !language.IgnoresCase;
        var isLong = rest[0] == '`' || language.IsShell || language.IgnoresCase;
        for (var i = 1; i < rest.Length; i++)
        {
            if (escapes && rest[i] == '\\') i++;
            else if (rest[i] == rest[0]) return i + 1;
            // A quote that is never closed, such as an apostrophe, ends with its line.
            else if (rest[i] == '\n' && !isLong) return i;
        }

        return rest.Length;
    }

    private static int Through(ReadOnlySpan<char> rest, int from, ReadOnlySpan<char> end)
    {
        var at = rest[from..].IndexOf(end);
        return at < 0 ? rest.Length : from + at + end.Length;
    }

    private static void Fill(char[] text, int from, int length)
    {
        for (var i = from; i < Math.Min(text.Length, from + length); i++)
        {
            if (text[i] != '\n') text[i] = ' ';
        }
    }
}
