namespace Wuying.Storage.States;

/// <summary>Where a state stands.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="GrainType">The grain's type; empty outside <see cref="StateTable.GrainState"/>.</param>
/// <param name="StateName">The state's name; empty outside <see cref="StateTable.GrainState"/>.</param>
internal readonly record struct StateAddress(StateTable Table, string Key, string GrainType = "", string StateName = "")
{
    /// <summary>Orders rows as their tables do.</summary>
    public string SortKey => Table switch
    {
        StateTable.Computers => $"c/{Key}",
        StateTable.Images => $"i/{Key}",
        StateTable.Regions => $"r/{Key}",
        _ => $"g/{GrainType}/{Key}/{StateName}",
    };
}
