using System.ComponentModel.DataAnnotations;

namespace Academy.Kernel.Data;

/// <summary>Section "Data": where everything is kept.</summary>
public sealed class DataOptions
{
    /// <summary>Folder of the site's files: database, repositories, releases, mail.</summary>
    [Required]
    public string Directory { get; set; } = "data";

    /// <summary><see cref="Directory"/>, absolute, with <paramref name="names"/> added; made when it does not exist.</summary>
    public string Folder(params string[] names) =>
        System.IO.Directory.CreateDirectory(Path.Combine([Path.GetFullPath(Directory), .. names])).FullName;
}

/// <summary>Section "Database".</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite for one machine, PostgreSql for several.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>PostgreSQL: an Npgsql connection string. SQLite: empty for academy.db in the data folder.</summary>
    public string ConnectionString { get; set; } = "";
}

/// <summary>The databases that Academy runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
