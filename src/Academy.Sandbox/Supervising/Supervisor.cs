using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Academy.Sandbox.Engine;

namespace Academy.Sandbox.Supervising;

/// <summary>Speaks with the supervisor of one container: a request, then answers until it says that it is done.</summary>
internal sealed class Supervisor(AttachedStream stream) : IAsyncDisposable
{
    private const int InputPiece = 32 << 10;

    private static readonly Dictionary<string, string> Always = new()
    {
        ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        ["HOME"] = "/tmp",
        ["LANG"] = "C.UTF-8",
    };

    private readonly SemaphoreSlim _sending = new(1);

    public string Errors => stream.Errors;

    public Task LiveForAsync(TimeSpan lifetime, CancellationToken ct) => SendAsync(Frame.Live, [Milliseconds(lifetime)], ct);

    public async Task<string> CleanAsync(CancellationToken ct)
    {
        await SendAsync(Frame.Clean, [], ct);
        return await ReceiveAsync(new Answers(0), ct);
    }

    public async Task<SandboxResult> RunAsync(SandboxCommand command, Stream input, CancellationToken ct)
    {
        await SendAsync(Frame.Run, Fields(command), ct);

        // Both at once: a program may write before it has read all.
        using var stopped = new CancellationTokenSource();
        var sending = SendInputAsync(input, stopped.Token);
        var answers = new Answers(command.OutputLimit);
        try
        {
            var report = Report.Parse(await ReceiveAsync(answers, ct));
            await stopped.CancelAsync();
            await sending;
            return report.ToResult(answers);
        }
        catch
        {
            await DisposeAsync(); // which also ends the sending
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>Ends what runs, or gives up waiting; its own answer tells. Nothing happens when it is over already.</summary>
    public Task StopAsync() => SendAsync(Frame.Stop, ReadOnlyMemory<byte>.Empty, CancellationToken.None);

    public async Task<ServiceState> WaitForServiceAsync(int port, string? path, TimeSpan timeout, CancellationToken ct)
    {
        await SendAsync(Frame.Wait, [Milliseconds(timeout), Number(port), path ?? ""], ct);
        return await ReceiveAsync(new Answers(0), ct) switch
        {
            "ready" => ServiceState.Ready,
            "mute" => ServiceState.Mute,
            _ => ServiceState.Silent,
        };
    }

    public async Task<SandboxFile> ReadAsync(string path, int maxBytes, CancellationToken ct)
    {
        await SendAsync(Frame.File, [Number(maxBytes), path], ct);
        var answers = new Answers(maxBytes);
        return await ReceiveAsync(answers, ct) switch
        {
            "whole" => new(SandboxFileState.Found, answers.Output.ToArray()),
            "missing" => new(SandboxFileState.Missing, default),
            "large" => new(SandboxFileState.TooLarge, default),
            _ => new(SandboxFileState.Refused, default),
        };
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static IEnumerable<string> Fields(SandboxCommand command)
    {
        if (command.Arguments.Count == 0) throw new ArgumentException("A command has at least a program.");
        if (command.Arguments.Count + command.Environment.Count > Frame.MostFields) throw new ArgumentException("The command has too many arguments.");

        var environment = new Dictionary<string, string>(Always);
        foreach (var (name, value) in command.Environment) environment[name] = value;

        return
        [
            Milliseconds(command.Timeout), Number(command.OutputLimit), Number(command.OutputLimit), command.Directory,
            Number(command.Arguments.Count), .. command.Arguments,
            Number(environment.Count), .. environment.Select(variable => $"{variable.Key}={variable.Value}"),
        ];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => Number((long)time.TotalMilliseconds);

    private async Task SendAsync(byte type, IEnumerable<string> fields, CancellationToken ct)
    {
        var body = new MemoryStream();
        foreach (var field in fields)
        {
            if (field.Contains('\0')) throw new ArgumentException("An argument, a variable or a path may not contain the character NUL.");
            body.Write(Encoding.UTF8.GetBytes(field));
            body.WriteByte(0);
        }

        if (body.Length > Frame.LongestRequest) throw new ArgumentException("The command is too long.");
        await SendAsync(type, body.GetBuffer().AsMemory(0, (int)body.Length), ct);
    }

    private async Task SendAsync(byte type, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var frame = new byte[Frame.HeadLength + body.Length];
        frame[0] = type;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), body.Length);
        body.CopyTo(frame.AsMemory(Frame.HeadLength));
        await _sending.WaitAsync(ct); // what runs can be stopped while its input is on the way
        try
        {
            await stream.WriteAsync(frame, ct);
        }
        finally
        {
            _sending.Release();
        }
    }

    // Stops between two frames when the command has ended: what is on the way then, the supervisor drops.
    private async Task SendInputAsync(Stream input, CancellationToken stopped)
    {
        var piece = new byte[InputPiece];
        try
        {
            for (int read; (read = await input.ReadAsync(piece, stopped)) > 0;)
            {
                await SendAsync(Frame.Input, piece.AsMemory(0, read), CancellationToken.None);
                stopped.ThrowIfCancellationRequested();
            }

            await SendAsync(Frame.EndOfInput, ReadOnlyMemory<byte>.Empty, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
        }
    }

    private async Task<string> ReceiveAsync(Answers answers, CancellationToken ct)
    {
        var head = new byte[Frame.HeadLength];
        while (true)
        {
            await stream.ReadExactlyAsync(head, ct);
            var length = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1));
            if (length is < 0 or > Frame.LongestAnswer) throw new InvalidDataException("The supervisor sent a frame of an impossible size.");

            var body = new byte[length];
            await stream.ReadExactlyAsync(body, ct);
            if (head[0] == Frame.Done) return Encoding.UTF8.GetString(body);
            answers.Add(head[0], body);
        }
    }
}
