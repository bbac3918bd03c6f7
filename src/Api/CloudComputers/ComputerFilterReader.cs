using System.Collections.Immutable;
using Wuying.Api.Hosting;
using Wuying.Api.Json;
using Wuying.Api.Problems;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Tags;

namespace Wuying.Api.CloudComputers;

/// <summary>Reads the filters of lists and bulk requests.</summary>
/// <param name="prefix">What stands before a field's name in messages: empty for a query, <c>filter.</c> for a body.</param>
/// <param name="errors">Takes the mistakes.</param>
internal sealed class ComputerFilterReader(string prefix, InputErrors errors)
{
    public ComputerFilter Read(RegionId region, ComputerFilterFields fields) => new()
    {
        RegionId = region,
        Status = Word<CloudComputerStatus>("status", fields.Status),
        IsConnected = Word<ConnectionState>("connection", fields.Connection) is { } connection ? connection is ConnectionState.Connected : null,
        OfficeNetworkId = Text("officeNetworkId", fields.OfficeNetworkId),
        ImageId = Text("imageId", fields.ImageId) is { } image ? new ImageId(image) : null,
        Versions = ReadVersion(fields.Version),
        Pending = ReadPending(fields.Pending),
        Reason = ReadReason(fields.Reason),
        Tags = ReadTag(fields.Tag),
        Text = Text("q", fields.Q),
    };

    private ImmutableArray<ImageVersion>? ReadVersion(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!ImageVersion.TryParse(text, out var version))
        {
            Add("version", "Not a version number, such as 2.7.0-R-20231020.101500.");
        }

        return [version];
    }

    private PendingFilter? ReadPending(string? word) => word switch
    {
        "true" => PendingFilter.Any,
        "false" => PendingFilter.None,
        _ => Word<PendingFilter>("pending", word),
    };

    private RejectionCode? ReadReason(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!RejectionCodes.TryRead(name, out var reason))
        {
            Add("reason", "Not one of the closed list of reasons, such as ComputerConnected.");
        }

        return reason;
    }

    private ImmutableArray<TagFilter>? ReadTag(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var filter = equals < 0 ? new TagFilter(text, null) : new TagFilter(text[..equals], text[(equals + 1)..]);
        if (TagRules.WhyNot(new Tag(filter.Key, filter.Value ?? "")) is { } mistake)
        {
            Add("tag", mistake);
        }

        return [filter];
    }

    private T? Word<T>(string field, string? word)
        where T : struct, Enum
    {
        if (word is null)
        {
            return null;
        }

        if (!Words<T>.TryRead(word, out var value))
        {
            Add(field, $"One of {Words<T>.All}.");
        }

        return value;
    }

    private string? Text(string field, string? text)
    {
        if (text is { Length: 0 or > RouteIds.NameLengthMax })
        {
            Add(field, $"1 to {RouteIds.NameLengthMax} characters.");
        }

        return text;
    }

    private void Add(string field, string message) => errors.Add(prefix + field, message);
}
