namespace Wuying.Api.Access.Commands;

/// <summary>Where the program's commands find the keys: a store, or a service that has it open.</summary>
internal interface IKeysPlace : IAsyncDisposable
{
    /// <summary>The place, for people.</summary>
    string Shown { get; }

    /// <summary>Makes a key.</summary>
    /// <returns>It, with its secret.</returns>
    /// <exception cref="KeysFailedException">It cannot be made.</exception>
    Task<AccessKeyResponse> CreateAsync(CreateAccessKeyRequest wanted);

    /// <summary>All keys.</summary>
    Task<IReadOnlyList<AccessKeyResponse>> ListAsync();

    /// <summary>Disables a key.</summary>
    /// <exception cref="KeysFailedException">There is none of this id.</exception>
    Task DisableAsync(string id);
}
