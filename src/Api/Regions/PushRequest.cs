using System.ComponentModel.DataAnnotations;
using Wuying.Api.Updates;

namespace Wuying.Api.Regions;

/// <summary>Whom a push is started or stopped for.</summary>
public sealed record PushRequest
{
    /// <summary>1 to 1,000 computers, each answered at once; the whole region when left out.</summary>
    [MaxLength(ManyComputersRequest.ComputersMax), MinLength(1)]
    public IReadOnlyList<string>? ComputerIds { get; init; }
}
