using Orleans.Concurrency;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Images;

/// <summary>One image. Key: its id. Called by the Api and by the operations grain of its shard.</summary>
[Alias("wuying.ICustomImageGrain")]
public interface ICustomImageGrain : IGrainWithStringKey
{
    /// <summary>The image; null when nobody ever heard of it.</summary>
    [Alias("get"), ReadOnly]
    Task<CustomImage?> GetAsync();

    /// <summary>Registers an image: made, copied or imported. The same again is unchanged.</summary>
    [Alias("register")]
    Task<Answer> RegisterAsync(CustomImage told, string requestedBy);

    /// <summary>Begins its update (R11).</summary>
    [Alias("update")]
    Task<Answer> UpdateAsync(UpdateTarget target, string requestedBy);

    /// <summary>Renames it.</summary>
    [Alias("rename")]
    Task<Answer> RenameAsync(string name, string requestedBy);

    /// <summary>Shares it with an account.</summary>
    [Alias("share")]
    Task<Answer> ShareAsync(string accountId, string requestedBy);

    /// <summary>Brings the image up to now.</summary>
    [Alias("reconcile")]
    Task ReconcileAsync(MachineReport? report);
}
