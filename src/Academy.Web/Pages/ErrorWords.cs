namespace Academy.Web.Pages;

/// <summary>What happened and what helps, in words for a person. English: the keys of the texts.</summary>
internal sealed record ErrorWords(string Title, string Help)
{
    public static ErrorWords Of(int status) => status switch
    {
        400 => new("This form is no longer valid",
            "The page may have stayed open for too long. Go back, load it again, and send it once more."),
        401 => new("Please sign in first", "This page is only for people who are signed in."),
        403 => new("This page is not open to you", "Your account may not see it. If you think that it should, ask your trainer."),
        404 => new("This page does not exist", "The address may be mistyped, or what stood here is gone."),
        413 => new("What you sent is too large", "Send something smaller, or in several pieces."),
        429 => new("That was too quick", "For safety we count the tries. Wait a minute, then try again."),
        503 => new("The academy is resting for a moment", "We are working on it. Try again in a few minutes."),
        >= 500 => new("Something broke on our side",
            "It is not your fault, and what you did before is kept. Try again in a moment. If it happens again, tell us this number:"),
        _ => new("That did not work", "Go back and try again. If it happens again, tell us this number:"),
    };
}
