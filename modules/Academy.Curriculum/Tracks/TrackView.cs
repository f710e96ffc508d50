using Academy.Contracts.Curriculum;

namespace Academy.Curriculum.Tracks;

/// <summary>A track as its reader sees it: the map and the list are two drawings of this.</summary>
/// <param name="Track">The track.</param>
/// <param name="Framework">What it leads to.</param>
/// <param name="Stages">In order.</param>
/// <param name="Drawing">Where everything is on the map.</param>
/// <param name="IsLearner">Whether the steps have states.</param>
internal sealed record TrackView(Track Track, Framework Framework, IReadOnlyList<StageView> Stages, MapDrawing Drawing, bool IsLearner)
{
    public IEnumerable<TrackStep> Steps => Stages.SelectMany(s => s.Steps);

    public int Projects => Steps.Count(s => s.State != StepState.Planned);

    public int Done => Steps.Count(s => s.State == StepState.Done);

    public int Planned => Steps.Count(s => s.State == StepState.Planned);

    /// <summary>The states that occur, for the legend.</summary>
    public IEnumerable<StepLook> Looks => Steps.Select(s => s.State).Where(s => s != StepState.Plain).Distinct().Order().Select(StepLook.Of);
}

/// <summary>A band of the track.</summary>
internal sealed record StageView(Contracts.Text Title, IReadOnlyList<TrackStep> Steps);
