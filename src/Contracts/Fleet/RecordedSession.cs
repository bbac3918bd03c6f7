
namespace Wuying.Contracts.Fleet;

/// <summary>A session as a list shows it.</summary>
/// <param name="Number">Its place in the order in which sessions were recorded.</param>
/// <param name="Session">The session.</param>
/// <param name="ComputerName">What people call the computer now.</param>
/// <param name="OfficeNetworkId">The office network that the computer belongs to now.</param>
[GenerateSerializer, Immutable, Alias("wuying.recorded-session")]
public sealed record RecordedSession(
    [property: Id(0)] long Number,
    [property: Id(1)] SessionRow Session,
    [property: Id(2)] string ComputerName,
    [property: Id(3)] string OfficeNetworkId);
