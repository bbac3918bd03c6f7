using Wuying.Contracts;
using Wuying.Contracts.Access;

namespace Wuying.Storage.States;

/// <summary>States that nobody needs for long, and how long they are kept, in the system's time, since they were written last.</summary>
internal static class ShortLivedStates
{
    /// <summary>The most removed in one transaction: others wait for it.</summary>
    public const int RemovedMax = 2_000;

    /// <summary>All of them: recorded requests with their first answer (R32), and the nonces of signed calls.</summary>
    public static readonly (string GrainType, TimeSpan KeptFor)[] All =
    [
        (GrainTypes.RecordedRequest, TimeSpan.FromHours(24)),
        (GrainTypes.NonceSlice, NonceSlice.KeptFor),
    ];
}
