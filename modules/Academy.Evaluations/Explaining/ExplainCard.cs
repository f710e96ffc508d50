namespace Academy.Evaluations.Explaining;

/// <summary>Something that whoever wrote these lines can say a word about.</summary>
/// <param name="Question">English text, the key of its translation; <c>{0}</c> stands for <paramref name="Word"/>.</param>
/// <param name="Word">A name from the code, or empty.</param>
/// <param name="Path">File in the work.</param>
/// <param name="FirstLine">From 1.</param>
/// <param name="LastLine">The last one, itself included.</param>
internal sealed record ExplainCard(string Question, string Word, string Path, int FirstLine, int LastLine);
