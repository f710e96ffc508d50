namespace Academy.Sandbox;

/// <summary>One sandbox, or two on one network.</summary>
internal sealed record SandboxSetup(SandboxSpec Spec, SandboxSpec? Judge)
{
    /// <summary>What has to be settled before it starts.</summary>
    public SandboxSetup Kind => new(Spec.Kind, Judge?.Kind);

    public string Image => Judge is null ? Spec.Image : $"{Spec.Image} + {Judge.Image}";

    /// <summary>What all its containers may use together.</summary>
    public long MemoryBytes => Spec.TotalMemoryBytes + (Judge?.TotalMemoryBytes ?? 0);
}

/// <summary>One that has been started.</summary>
internal sealed record StandingSandbox(RunningSandbox Sandbox, RunningSandbox? Judge) : IAsyncDisposable
{
    public async Task OpenAsync(SandboxSetup setup, CancellationToken ct)
    {
        await Sandbox.OpenAsync(setup.Spec.Lifetime, ct);
        if (Judge is not null) await Judge.OpenAsync(setup.Judge!.Lifetime, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (Judge is not null) await Judge.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
