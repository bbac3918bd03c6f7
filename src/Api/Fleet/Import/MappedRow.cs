using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Fleet.Import;

/// <summary>A row as a computer, or why it is none.</summary>
internal sealed record MappedRow(CloudComputer? Computer, Rejection? Refused)
{
    public static MappedRow Refuse(string message, RejectionCode code = RejectionCode.InvalidRequest) => new(null, new Rejection(code, message));
}
