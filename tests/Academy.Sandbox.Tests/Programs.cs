using System.Formats.Tar;
using System.Text;

namespace Academy.Sandbox.Tests;

/// <summary>Short ways to write programs, run them and read what they say.</summary>
internal static class Programs
{
    public static SandboxCommand Bash(string script) => new("bash", "-c", script) { Timeout = TimeSpan.FromSeconds(5) };

    public static SandboxCommand Python(string program) => new("python3", "-c", program) { Timeout = TimeSpan.FromSeconds(5) };

    public static Task<SandboxResult> RunAsync(this RunningSandbox sandbox, SandboxCommand command) => sandbox.RunAsync(command, default);

    public static Task<SandboxFile> ReadAsync(this RunningSandbox sandbox, string path, int maxBytes = 1000) => sandbox.ReadFileAsync(path, maxBytes, default);

    public static string Out(this SandboxResult result) => Encoding.UTF8.GetString(result.StandardOutput.Bytes.Span);

    public static string Error(this SandboxResult result) => Encoding.UTF8.GetString(result.StandardError.Bytes.Span);

    /// <summary>A name that ends with a slash is a directory.</summary>
    public static Stream Tar(params (string Name, string Content)[] files)
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                writer.WriteEntry(name.EndsWith('/')
                    ? new PaxTarEntry(TarEntryType.Directory, name) { Mode = (UnixFileMode)0b111_101_101 }
                    : new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
            }
        }

        stream.Position = 0;
        return stream;
    }
}
