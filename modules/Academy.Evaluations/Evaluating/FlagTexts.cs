using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Evaluating;

/// <summary>What people read for a flag: English text, the key of its translation.</summary>
internal static class FlagTexts
{
    public static string NameOf(EvaluationFlag flag) => flag switch
    {
        EvaluationFlag.Outstanding => "Outstanding",
        EvaluationFlag.EmptyWork => "Empty work",
        EvaluationFlag.Incomplete => "Incomplete",
        EvaluationFlag.DoesNotCompile => "Does not build",
        EvaluationFlag.ForbiddenFunction => "Forbidden function",
        EvaluationFlag.Norm => "Rules of style",
        EvaluationFlag.Cheat => "Suspicion of cheating",
        EvaluationFlag.Crash => "Crashes",
        EvaluationFlag.Leaks => "Leaks memory",
        EvaluationFlag.Concerning => "Worrying situation",
        EvaluationFlag.CannotExplain => "Cannot explain the work",
        _ => "Nothing to point out",
    };

    public static string EffectOf(FlagEffect effect) => effect switch
    {
        FlagEffect.Stop => "You may stop here: questions without an answer count 0.",
        FlagEffect.Zero => "The mark of this evaluation becomes 0.",
        FlagEffect.Case => "A trainer hears everybody, then decides. Until then there is no mark. Answer all the same: if nothing is found, your answers count.",
        _ => "",
    };
}
