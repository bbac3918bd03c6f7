using System.Collections.Immutable;
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
    /// <summary>The image, also when it was deleted; null when nobody ever heard of it.</summary>
    [Alias("get"), ReadOnly]
    Task<CustomImage?> GetAsync();

    /// <summary>Registers an image: made, copied or imported. The same again is unchanged.</summary>
    [Alias("register")]
    Task<Answer> RegisterAsync(CustomImage told, string requestedBy);

    /// <summary>Begins its update (R11).</summary>
    [Alias("update")]
    Task<Answer> UpdateAsync(UpdateTarget target, string requestedBy);

    /// <summary>Names and describes it; null leaves the one or the other.</summary>
    [Alias("describe")]
    Task<Answer> DescribeAsync(string? name, string? description, string requestedBy);

    /// <summary>Says which accounts may use it from now on, and which no longer.</summary>
    [Alias("change-sharing")]
    Task<Answer> ShareAsync(ImmutableArray<string> added, ImmutableArray<string> removed, string requestedBy);

    /// <summary>Deletes it.</summary>
    [Alias("delete")]
    Task<Answer> DeleteAsync(string requestedBy);

    /// <summary>Brings the image up to now.</summary>
    [Alias("reconcile")]
    Task ReconcileAsync(MachineReport? report);
}
