using System.Text.Json.Serialization;

namespace Wuying.Api.Access;

/// <summary>An access key.</summary>
public sealed record AccessKeyResponse
{
    /// <summary>Names the key; history shows it for whoever asked.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The secret: in the answer to its making, and never again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccessKeySecret { get; init; }

    /// <summary>What people call it.</summary>
    public required string? Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c> or <c>administrator</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The regions that its holder sees and acts in; null for all.</summary>
    public required IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Whether it can be used no more.</summary>
    public required bool Disabled { get; init; }

    /// <summary>When it was made, by the system's clock, like the instants that follow.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it: a key, or a word for somebody at the machine.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was disabled.</summary>
    public required DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Who disabled it.</summary>
    public required string? DisabledBy { get; init; }

    /// <summary>About when it was last used, to the minute.</summary>
    public required DateTimeOffset? LastUsedAt { get; init; }

    public override string ToString() => AccessKeyId;
}
