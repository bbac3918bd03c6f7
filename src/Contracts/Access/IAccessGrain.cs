namespace Wuying.Contracts.Access;

/// <summary>Passes questions about access keys on to the store; a stateless worker, any key. Called by the Api.</summary>
[Alias("wuying.IAccessGrain")]
public interface IAccessGrain : IGrainWithIntegerKey, IAccessStore;
