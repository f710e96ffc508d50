using Academy.Kernel.Outcomes;

namespace Academy.Curriculum;

internal static class Refusals
{
    public static Refusal UnknownProject { get; } = new("unknown-project", "There is no such project.", 404);
}
