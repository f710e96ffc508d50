using System.Globalization;

namespace Academy.Curriculum.Loading;

/// <summary>Something in the content that its author has to change.</summary>
/// <param name="File">Path in the content folder, with slashes.</param>
/// <param name="Line">From 1; 0 when the file as a whole is meant.</param>
/// <param name="Text">What is expected; English text, the key of its translation.</param>
/// <param name="Args">What the places of the text are filled with.</param>
internal sealed record ContentError(string File, long Line, string Text, params object[] Args)
{
    public string Where => Line > 0 ? $"{File}:{Line}" : File;

    public override string ToString() => $"{Where}: {string.Format(CultureInfo.InvariantCulture, Text, Args)}";
}
