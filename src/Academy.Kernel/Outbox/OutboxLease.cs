using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Kernel.Outbox;

/// <summary>One row: which process dispatches the outbox, so that two of them on one database keep the order.</summary>
internal sealed class OutboxLease
{
    public int Id { get; private set; }

    public string Holder { get; private set; } = "";

    public DateTimeOffset Until { get; private set; }

    public static void Map(EntityTypeBuilder<OutboxLease> entity)
    {
        entity.ToTable("Kernel_OutboxLease");
        entity.Property(l => l.Id).ValueGeneratedNever();
        entity.Property(l => l.Holder).HasMaxLength(100);
        entity.HasData(new { Id = 1, Holder = "", Until = DateTimeOffset.UnixEpoch });
    }
}
