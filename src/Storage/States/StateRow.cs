namespace Wuying.Storage.States;

/// <summary>A state as it stands in its table.</summary>
/// <param name="Version">Counts the writes; what Orleans calls the ETag.</param>
/// <param name="State">The bytes; null once it was cleared.</param>
internal sealed record StateRow(long Version, byte[]? State);
