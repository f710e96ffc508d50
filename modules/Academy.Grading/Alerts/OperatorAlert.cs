using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Grading.Alerts;

/// <summary>Something that an operator has to look at, from when it was found until it is well again.</summary>
internal sealed class OperatorAlert : IVersioned
{
    private OperatorAlert()
    {
    }

    public OperatorAlert(AlertKind kind, string subject, string detail, DateTimeOffset now) =>
        (Id, Kind, Subject, Detail, RaisedAt) = (Guid.CreateVersion7(now), kind, subject, detail, now);

    public Guid Id { get; private set; }

    public AlertKind Kind { get; private set; }

    /// <summary>What it is about: there is one open alert of a kind for each subject.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What was found: names of tests, what an error said.</summary>
    public string Detail { get; private set; } = "";

    public DateTimeOffset RaisedAt { get; private set; }

    public DateTimeOffset? ClearedAt { get; private set; }

    public long Version { get; set; }

    public void Tell(string detail) => Detail = detail;

    public void Clear(DateTimeOffset now) => ClearedAt ??= now;

    public static void Map(EntityTypeBuilder<OperatorAlert> entity)
    {
        entity.Property(a => a.Subject).HasMaxLength(100);
        entity.HasIndex(a => new { a.Kind, a.Subject }).IsUnique().HasFilter("\"ClearedAt\" IS NULL");
    }
}

internal enum AlertKind
{
    /// <summary>A grading was given up after its tries. Subject: the grading.</summary>
    GradingFailed,

    /// <summary>A reference solution no longer passes. Subject: the project.</summary>
    ReferenceFailed,
}
