using System.ComponentModel.DataAnnotations;

namespace Academy.Evaluations;

/// <summary>Section "Evaluations".</summary>
internal sealed class EvaluationsOptions
{
    /// <summary>The most that a video of a defence may have.</summary>
    [Range(1, 4096, ErrorMessage = "Evaluations:RecordingMegabytes must be from 1 to 4096.")]
    public int RecordingMegabytes { get; set; } = 200;

    /// <summary>In the demo academy, the mentor has free times.</summary>
    public bool DemoTimes { get; set; } = true;
}
