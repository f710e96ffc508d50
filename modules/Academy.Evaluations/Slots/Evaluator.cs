using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Slots;

/// <summary>What somebody who evaluates has chosen.</summary>
internal sealed class Evaluator : IVersioned
{
    private Evaluator()
    {
    }

    public Evaluator(Guid personId) => PersonId = personId;

    public Guid PersonId { get; private set; }

    /// <summary>At most so many evaluations a day; null: what the rules say.</summary>
    public int? PerDay { get; private set; }

    /// <summary>Also looks at recorded and written defences, which need no appointment.</summary>
    public bool TakesRecorded { get; private set; } = true;

    /// <summary>Raised by each appointment as well: of two that are made at once, the second counts anew how many there are that day.</summary>
    public long Version { get; set; }

    public void Choose(int? perDay, bool takesRecorded) => (PerDay, TakesRecorded) = (perDay, takesRecorded);

    public static void Map(EntityTypeBuilder<Evaluator> entity)
    {
        entity.HasKey(e => e.PersonId);
        entity.Property(e => e.PersonId).ValueGeneratedNever();
    }
}
