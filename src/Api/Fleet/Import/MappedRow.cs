using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Fleet.Import;

/// <summary>A row as a computer, or why it is none.</summary>
internal sealed record MappedRow(CloudComputer? Computer, Rejection? Refused)
{
    /// <summary>Why the computer comes without the pending update that the row tells; null when it comes with it, or the row tells none.</summary>
    public Rejection? LeftOut { get; init; }

    public static MappedRow Refuse(string message, RejectionCode code = RejectionCode.InvalidRequest) => new(null, new Rejection(code, message));
}
