namespace Academy.Evaluations.Explaining;

/// <summary>Lines, one after the other, that the learners wrote themselves.</summary>
/// <param name="Path">File in the work.</param>
/// <param name="FirstLine">From 1, in the commit that is evaluated.</param>
/// <param name="Lines">Without line ends; never empty.</param>
internal sealed record AddedBlock(string Path, int FirstLine, IReadOnlyList<string> Lines)
{
    public int LastLine => FirstLine + Lines.Count - 1;
}
