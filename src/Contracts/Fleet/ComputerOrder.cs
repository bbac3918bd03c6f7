namespace Wuying.Contracts.Fleet;

/// <summary>In which order computers are listed. Those that are alike in it stand by id.</summary>
/// <param name="By">By what.</param>
/// <param name="IsDescending">The last first. What a computer does not have stands last either way.</param>
[GenerateSerializer, Immutable, Alias("wuying.computer-order")]
public sealed record ComputerOrder(
    [property: Id(0)] ComputerOrderKey By,
    [property: Id(1)] bool IsDescending = false)
{
    /// <summary>By id, as everything is listed that nobody ordered.</summary>
    public static readonly ComputerOrder ById = new(ComputerOrderKey.Id);
}
