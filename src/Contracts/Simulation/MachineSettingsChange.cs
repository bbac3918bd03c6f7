namespace Wuying.Contracts.Simulation;

/// <summary>A change of <see cref="MachineSettings"/>; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("wuying.machine-settings-change")]
public sealed record MachineSettingsChange
{
    /// <summary>Changes nothing.</summary>
    public static readonly MachineSettingsChange None = new();

    /// <inheritdoc cref="MachineSettings.Seed"/>
    [Id(0)] public long? Seed { get; init; }

    /// <inheritdoc cref="MachineSettings.UpdateFailureRate"/>
    [Id(1)] public double? UpdateFailureRate { get; init; }

    /// <inheritdoc cref="MachineSettings.SnapshotFailureRate"/>
    [Id(2)] public double? SnapshotFailureRate { get; init; }

    /// <inheritdoc cref="MachineSettings.RestoreFailureRate"/>
    [Id(3)] public double? RestoreFailureRate { get; init; }

    /// <inheritdoc cref="MachineSettings.PowerFailureRate"/>
    [Id(4)] public double? PowerFailureRate { get; init; }

    /// <inheritdoc cref="MachineSettings.ImageUpdateFailureRate"/>
    [Id(5)] public double? ImageUpdateFailureRate { get; init; }

    /// <inheritdoc cref="MachineSettings.SilenceRate"/>
    [Id(6)] public double? SilenceRate { get; init; }

    /// <summary>The settings with this change made.</summary>
    public MachineSettings ApplyTo(MachineSettings settings) => new()
    {
        Seed = Seed ?? settings.Seed,
        UpdateFailureRate = UpdateFailureRate ?? settings.UpdateFailureRate,
        SnapshotFailureRate = SnapshotFailureRate ?? settings.SnapshotFailureRate,
        RestoreFailureRate = RestoreFailureRate ?? settings.RestoreFailureRate,
        PowerFailureRate = PowerFailureRate ?? settings.PowerFailureRate,
        ImageUpdateFailureRate = ImageUpdateFailureRate ?? settings.ImageUpdateFailureRate,
        SilenceRate = SilenceRate ?? settings.SilenceRate,
    };

    /// <summary>An earlier change and this one after it, as one.</summary>
    public MachineSettingsChange After(MachineSettingsChange earlier) => new()
    {
        Seed = Seed ?? earlier.Seed,
        UpdateFailureRate = UpdateFailureRate ?? earlier.UpdateFailureRate,
        SnapshotFailureRate = SnapshotFailureRate ?? earlier.SnapshotFailureRate,
        RestoreFailureRate = RestoreFailureRate ?? earlier.RestoreFailureRate,
        PowerFailureRate = PowerFailureRate ?? earlier.PowerFailureRate,
        ImageUpdateFailureRate = ImageUpdateFailureRate ?? earlier.ImageUpdateFailureRate,
        SilenceRate = SilenceRate ?? earlier.SilenceRate,
    };
}
