using Academy.Sandbox.Engine;

namespace Academy.Sandbox;

/// <summary>What the engine has told of a container's lives: it has one from each start to the end that follows.</summary>
internal sealed class ContainerLives
{
    private readonly Lock _gate = new();
    private int _begun;
    private int _ended;

    public ContainerLife Current { get; private set; } = new();

    public void Begin()
    {
        lock (_gate) (_begun, Current) = (_begun + 1, new ContainerLife());
    }

    public void Hear(ContainerEvent happened)
    {
        lock (_gate)
        {
            // What is told of an earlier life, before its end or with it, is not of this one, however late it comes.
            if (_ended >= _begun - 1) Current.Hear(happened);
            if (happened.Action == "die") _ended++;
        }
    }
}

/// <summary>One of them.</summary>
internal sealed class ContainerLife
{
    private readonly TaskCompletionSource<int> _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _explained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _lackedMemory;
    private bool _wasKilled;

    /// <summary>Its exit code, when it has ended.</summary>
    public Task<int> Died => _died.Task;

    /// <summary>It is known who may have ended it: the kernel, or somebody who asked the engine.</summary>
    public Task Explained => _explained.Task;

    /// <summary>A command of an earlier hour that lacked memory is no reason, when somebody asked the engine for the end.</summary>
    public bool RanOutOfMemory => _lackedMemory && !_wasKilled;

    public void Hear(ContainerEvent happened)
    {
        switch (happened.Action)
        {
            case "die":
                _died.TrySetResult(happened.ExitCode);
                break;
            case "oom":
                _lackedMemory = true;
                _explained.TrySetResult();
                break;
            case "kill":
                _wasKilled = true;
                _explained.TrySetResult();
                break;
        }
    }
}
