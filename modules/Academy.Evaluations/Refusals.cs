using Academy.Kernel.Outcomes;

namespace Academy.Evaluations;

internal static class Refusals
{
    public static readonly Refusal UnknownWork = new("unknown-work", "There is no such work, or it is not yours.", Status: 404);

    public static readonly Refusal OnlyTheCaptain = new("only-the-captain", "Only the captain of your team can do this. Ask them to.");

    public static readonly Refusal AlreadyHandedIn = new("already-handed-in", "This project is handed in already. Evaluators look at the commit that was handed in.");

    public static readonly Refusal NotUnderWay = new("not-under-way", "This attempt is over, or has not begun yet: nothing can be handed in.");

    public static readonly Refusal NothingToEvaluate = new("nothing-to-evaluate", "Nobody evaluates this project: the grader's mark is the mark.");

    public static readonly Refusal NotGraded = new("not-graded", "This commit has no result of the grader yet. Push it, wait for the result, then hand it in.");

    public static readonly Refusal BelowThePassMark = new("below-the-pass-mark", "The grader gives this commit {0} %. From {1} % on it can be handed in.");

    public static readonly Refusal NotEnoughPoints = new("not-enough-points", "Points needed: {0}. Points that you have: {1}. Evaluate somebody to earn one, or wait for Monday's gift.");

    public static readonly Refusal TeamHasNotEnoughPoints = new("team-has-not-enough-points", "Points needed: {0}. Points that your team has together: {1}. Evaluate somebody to earn one, or wait for Monday's gift.");

    public static readonly Refusal TeamTooSmall = new("team-too-small", "This project takes a team of at least {0}, and yours has {1} now. Invite somebody on the page of the team; once they have confirmed, hand it in.");

    public static readonly Refusal NothingMissing = new("nothing-missing", "Your work has all the evaluators that it needs.");

    public static readonly Refusal EvaluationOver = new("evaluation-over", "This evaluation is over, or was cancelled.");

    public static readonly Refusal UnknownEvaluation = new("unknown-evaluation", "There is no such evaluation, or it is not yours.", Status: 404);

    public static readonly Refusal TooEarly = new("too-early", "The work opens a little before the appointment, together with the names.");

    public static readonly Refusal NotBegun = new("not-begun", "The appointment has not begun yet: meet first, then hand in. What you have written is kept.");

    public static readonly Refusal NoSuchAnswer = new("no-such-answer", "One of the answers is none that the rubric knows. Please load the page again.", Status: 400);

    public static readonly Refusal TooLong = new("too-long", "A text is too long. Please shorten it.", Status: 400);

    public static readonly Refusal OlderDraft = new("older-draft", "This evaluation was changed in another window. Load the page again to go on with the newest state.");

    public static readonly Refusal Unanswered = new("unanswered", "Some questions have no answer yet: {0}");

    public static readonly Refusal RemarkMissing = new("remark-missing", "Write a few words to the person: what is good, and what would be the next step.");

    public static readonly Refusal NoSuchLine = new("no-such-line", "There is no such line in the work.", Status: 400);

    public static readonly Refusal TextMissing = new("text-missing", "Write a few words.", Status: 400);

    public static readonly Refusal NotDoneYet = new("not-done-yet", "This evaluation is not handed in yet.");

    public static readonly Refusal CaseDecided = new("case-decided", "This case was decided already.");

    public static readonly Refusal CaseHeardMore = new("case-heard-more", "Somebody has told their side since you opened this page. Read it, then decide.");

    public static readonly Refusal NotMarkedYet = new("not-marked-yet", "A calibration work is one whose mark is told. Wait until this one has its mark.");

    public static readonly Refusal NamedInText = new("named-in-text", "What you wrote names the learner. Evaluators must not know whose work it is: leave the name out.", Status: 400);

    public static readonly Refusal NamedInFiles = new("named-in-files", "These files say whose work it is, so it cannot be given to others without a name: {0}. Choose another work.");

    public static readonly Refusal CaseThere = new("case-there", "There is a case about this work already.");

    public static readonly Refusal UnknownCircle = new("unknown-circle", "This circle is not there any more: somebody has looked at it, or the marks have changed.");

    public static readonly Refusal UnknownCase = new("unknown-case", "There is no such case, or it is not for you.", Status: 404);

    public static readonly Refusal OwnWork = new("own-work", "You were part of this work or of its evaluation: somebody else has to decide.");

    public static readonly Refusal NoMarkYet = new("no-mark-yet", "There is no mark yet that one could appeal against.");

    public static readonly Refusal AppealOpen = new("appeal-open", "You have an appeal that is not judged yet. One at a time: somebody is looking at it.");

    public static readonly Refusal NoAppealLeft = new("no-appeal-left", "You have no appeal left. It is given back when an appeal is upheld; a mentor can still talk it over with you.");

    public static readonly Refusal UnknownAppeal = new("unknown-appeal", "There is no such appeal, or it is not for you.", Status: 404);

    public static readonly Refusal AppealJudged = new("appeal-judged", "This appeal was judged already.");

    public static readonly Refusal DecisionMissing = new("decision-missing", "Choose what you decide.", Status: 400);

    public static readonly Refusal PercentMissing = new("percent-missing", "An appeal that is upheld has another mark: write it down.", Status: 400);

    public static readonly Refusal JustChanged = new("just-changed", "Something changed at the same moment. Please try again.");

    public static readonly Refusal AlreadyUndone = new("already-undone", "This was taken back already.");

    public static readonly Refusal ValidateFirst = new("validate-first", "You can evaluate others as soon as you have validated a project that people evaluate.");

    public static readonly Refusal OffStep = new("off-step", "Times begin and end on steps of {0} minutes.");

    public static readonly Refusal EndsBeforeItBegins = new("ends-before-it-begins", "The end has to come after the beginning.");

    public static readonly Refusal TooSoon = new("too-soon", "That is too soon: a time is opened at least {0} minutes before it begins.");

    public static readonly Refusal TooFar = new("too-far", "That is too far ahead: times are opened at most {0} days before.");

    public static readonly Refusal TooManyADay = new("too-many-a-day", "Choose between 1 and {0} evaluations a day.");

    public static readonly Refusal UnknownTime = new("unknown-time", "There is no such time, or it is not yours.", Status: 404);

    public static readonly Refusal TimeTaken = new("time-taken", "Somebody was a moment faster: this time is taken. Choose another one, or let us find you somebody.");

    public static readonly Refusal UnknownAppointment = new("unknown-appointment", "There is no such appointment, or it is not yours.", Status: 404);

    public static readonly Refusal AlreadyBegun = new("already-begun", "The appointment has begun: it cannot be cancelled any more.");

    public static readonly Refusal NotYetAbsent = new("not-yet-absent", "Give the other person {0} minutes from the beginning on. Then you can say here that they did not come.");

    public static readonly Refusal TooLateToReport = new("too-late-to-report", "An absence can be reported until the end of the appointment. Write to a mentor: they can set it right.");

    public static readonly Refusal EvaluatorWasThere = new("evaluator-was-there", "Your evaluator has written in the rubric since the appointment began, so they were there. If that is wrong, write to a mentor: they can set it right.");

    public static readonly Refusal OwnIncident = new("own-incident", "This decision is about you: somebody else has to look at it.");

    public static readonly Refusal UnknownIncident = new("unknown-incident", "There is no such decision.", Status: 404);

    public static readonly Refusal NotAnHttpsLink = new("not-an-https-link", "Give the address of a video; it begins with https://.", Status: 400);

    public static readonly Refusal NotAVideo = new("not-a-video", "This is no video that browsers play: send MP4 or WebM.", Status: 400);

    public static readonly Refusal VideoTooLarge = new("video-too-large", "The video has more than {0} MB. Record it smaller, or give the address of a video elsewhere.", Status: 400);

    public static readonly Refusal RecordingTaken = new("recording-taken", "Somebody has your defence already: it stays as it is.");

    public static readonly Refusal NothingSaid = new("nothing-said", "Send a video, give its address, or write your defence.", Status: 400);

    public static readonly Refusal NotForYou = new("not-for-you", "Somebody else has just taken this one, or it is not for you to evaluate.");

    public static readonly Refusal FinishFirst = new("finish-first", "You have taken {0} already. Hand one of them in, or give it back, then take the next.");
}
