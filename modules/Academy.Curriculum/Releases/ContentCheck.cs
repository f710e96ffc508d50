using Academy.Curriculum.Loading;

namespace Academy.Curriculum.Releases;

/// <summary>What came of looking at the content folder.</summary>
/// <param name="At">When.</param>
/// <param name="Folder">Which folder was read.</param>
/// <param name="ReleaseId">The release that it makes, or would make without the errors.</param>
/// <param name="Errors">Empty: the release is current.</param>
internal sealed record ContentCheck(DateTimeOffset At, string Folder, string ReleaseId, IReadOnlyList<ContentError> Errors);
