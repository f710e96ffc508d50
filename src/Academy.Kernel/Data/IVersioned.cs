namespace Academy.Kernel.Data;

/// <summary>An entity whose changes may race: the second of two savers is refused. See <see cref="AcademyDb.SaveOrRefuseAsync"/>.</summary>
public interface IVersioned
{
    /// <summary>Raised at each save by <see cref="AcademyDb"/>.</summary>
    long Version { get; set; }
}
