namespace Wuying.Storage.States;

/// <summary>The tables that hold states as bytes.</summary>
internal enum StateTable
{
    Unspecified = 0,
    Computers = 1,
    Images = 2,
    Regions = 3,

    /// <summary>The states of all other grains, by grain type, key and state name.</summary>
    GrainState = 4,
}
