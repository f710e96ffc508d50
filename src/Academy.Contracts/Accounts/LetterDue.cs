namespace Academy.Contracts.Accounts;

/// <summary>An e-mail to the owner of an account, whose address only Accounts knows.</summary>
/// <param name="PersonId">The account.</param>
/// <param name="Subject">In the person's language.</param>
/// <param name="Body">Plain text in the person's language, paragraphs with an empty line between them, without the greeting.</param>
public sealed record LetterDue(Guid PersonId, string Subject, string Body) : IEvent
{
    public string Aggregate => $"account/{PersonId}";
}
