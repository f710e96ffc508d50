namespace Academy.Contracts.Notifications;

/// <summary>Somebody has to be told something: in the site, and by e-mail unless they chose otherwise.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Kind">What about; people choose by kind what they want by e-mail.</param>
/// <param name="Title">One line; English text, the key of its translation. <c>{0}</c> stands for the first of <paramref name="Args"/>.</param>
/// <param name="Body">A few sentences, with the same places; null: the title says it all.</param>
/// <param name="Args">What the places of both texts are filled with.</param>
/// <param name="Link">Path on the site where something can be done about it.</param>
/// <param name="Key">The same key tells the same thing: a person is told once. Ids and moments, never a name.</param>
/// <param name="At">When it happened.</param>
public sealed record NoticeDue(
    Guid PersonId, NoticeKind Kind, string Title, string? Body, IReadOnlyList<NoticeArg> Args, string Link, string Key, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"person/{PersonId}";
}

/// <summary>Something that a text is filled with, in the language and the time zone of whoever reads it. Exactly one is set.</summary>
/// <param name="Plain">As it is: a name, a number, a text that the reader's language does not change.</param>
/// <param name="Written">A text of the content, in the reader's language.</param>
/// <param name="Time">A moment.</param>
public sealed record NoticeArg(string? Plain, Text? Written, DateTimeOffset? Time)
{
    public static NoticeArg Of(string plain) => new(plain, null, null);

    public static NoticeArg Of(Text written) => new(null, written, null);

    public static NoticeArg Of(DateTimeOffset time) => new(null, null, time);
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Appointments: booked, moved, cancelled, about to begin.</summary>
    Appointment,

    /// <summary>Evaluations, marks, feedback, appeals.</summary>
    Evaluation,

    /// <summary>Teams: invitations, answers, changes.</summary>
    Team,

    /// <summary>Requests for help and their answers.</summary>
    Help,

    /// <summary>Pace: welcome back, and for those who accompany a learner that there is silence.</summary>
    Pace,

    /// <summary>Levels and achievements.</summary>
    Progress,
}
