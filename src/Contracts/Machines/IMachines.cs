using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;

namespace Wuying.Contracts.Machines;

/// <summary>The port to the world behind the control plane: the machines that do the work. A driver for real machines implements it; the simulation is one.</summary>
public interface IMachines
{
    /// <summary>Asks a computer's machine to do its <see cref="CloudComputer.Operation"/>. Asking again with the same operation id has no second effect.</summary>
    Task BeginAsync(CloudComputer computer, CancellationToken cancellationToken);

    /// <summary>Asks for an image to be rebuilt at its <see cref="CustomImage.Update"/>'s version. Idempotent like <see cref="BeginAsync"/>.</summary>
    Task BeginImageUpdateAsync(CustomImage image, CancellationToken cancellationToken);

    /// <summary>How far operations are, in the order asked. Many are asked about at once.</summary>
    Task<ImmutableArray<MachineReport>> PollAsync(ImmutableArray<MachineOperationRef> operations, CancellationToken cancellationToken);
}
