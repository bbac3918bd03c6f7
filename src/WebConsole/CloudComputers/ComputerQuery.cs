using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.WebConsole.CloudComputers;

/// <summary>What a list of computers is asked for. It stands in the address, so that it can be sent to others and survives whatever happens to the page.</summary>
public sealed record ComputerQuery
{
    /// <summary>As the version sees them.</summary>
    public ComputerScope Scope { get; init; }

    /// <summary>In the id or name.</summary>
    public string? Text { get; init; }

    /// <summary>In one status.</summary>
    public CloudComputerStatus? Status { get; init; }

    /// <summary>With or without a connected user.</summary>
    public bool? IsConnected { get; init; }

    /// <summary>In one office network.</summary>
    public string? Office { get; init; }

    /// <summary>At one version.</summary>
    public string? Current { get; init; }

    /// <summary>By the pending update.</summary>
    public PendingFilter? Pending { get; init; }

    /// <summary>By the last reason.</summary>
    public RejectionCode? Reason { get; init; }

    /// <summary>In which order.</summary>
    public ComputerOrder Order { get; init; } = ComputerOrder.ById;

    /// <summary>True when nothing but the scope is asked for.</summary>
    public bool IsPlain => this with { Scope = ComputerScope.ToUpdate, Order = ComputerOrder.ById } == new ComputerQuery();

    /// <summary>True when something is asked for that stands among the filters.</summary>
    public bool IsFiltered => !(this with { Text = null }).IsPlain;

    /// <summary>The same as members of an address; null members leave it.</summary>
    public IReadOnlyDictionary<string, object?> ToAddress() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["scope"] = Scope is ComputerScope.ToUpdate ? null : Scope.ToString(),
        ["q"] = Text,
        ["status"] = Status?.ToString(),
        ["connected"] = IsConnected switch { true => "yes", false => "no", null => null },
        ["office"] = Office,
        ["current"] = Current,
        ["pending"] = Pending?.ToString(),
        ["reason"] = Reason?.ToString(),
        ["sort"] = Order == ComputerOrder.ById ? null : $"{(Order.IsDescending ? "-" : "")}{Order.By}",
    };

    /// <summary>Reads an address; what is not understood asks for nothing.</summary>
    public static ComputerQuery Read(Func<string, string?> member) => new()
    {
        Scope = Word<ComputerScope>(member("scope")) ?? ComputerScope.ToUpdate,
        Text = Some(member("q")),
        Status = Word<CloudComputerStatus>(member("status")),
        IsConnected = member("connected") switch { "yes" => true, "no" => false, _ => null },
        Office = Some(member("office")),
        Current = Some(member("current")),
        Pending = Word<PendingFilter>(member("pending")),
        Reason = Word<RejectionCode>(member("reason")),
        Order = ReadOrder(member("sort")),
    };

    /// <summary>The computers meant.</summary>
    /// <param name="region">Where.</param>
    /// <param name="target">The version; null for none in particular.</param>
    /// <param name="versions">The versions in use there.</param>
    public ComputerFilter ToFilter(RegionId region, UpdateTarget? target, ImmutableArray<VersionCount> versions) => new()
    {
        RegionId = region,
        Versions = VersionsOf(target, versions),
        Text = Text,
        Status = Status,
        IsConnected = IsConnected,
        OfficeNetworkId = Office,
        Pending = Pending,
        Reason = Reason,
    };

    private ImmutableArray<ImageVersion>? VersionsOf(UpdateTarget? target, ImmutableArray<VersionCount> versions)
    {
        if (target is null || (Scope is ComputerScope.All && Current is null))
        {
            return Current is null ? null : [.. versions.Select(count => count.Version).Where(version => version.Number == Current)];
        }

        var older = InvolvedCounts.Older(target, versions).Select(count => count.Version).ToHashSet();
        return [.. versions.Select(count => count.Version)
            .Where(version => Scope is ComputerScope.All || older.Contains(version) == (Scope is ComputerScope.ToUpdate))
            .Where(version => Current is null || version.Number == Current)];
    }

    private static ComputerOrder ReadOrder(string? text) => Word<ComputerOrderKey>(text?.TrimStart('-')) is { } key
        ? new ComputerOrder(key, text!.StartsWith('-'))
        : ComputerOrder.ById;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // Names only, and never the value that is no meaning.
    private static TWord? Word<TWord>(string? text)
        where TWord : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<TWord>(text, out var word) && text == word.ToString() && text != "Unspecified"
            ? word
            : null;
}
