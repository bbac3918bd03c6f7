using System.Text.Json;
using System.Text.Json.Serialization;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Fleet;

/// <summary>How facts are written as JSON: camel case, ids as plain text, instants in UTC, no nulls.</summary>
internal static class FleetEventJson
{
    /// <summary>The serializer's rules.</summary>
    public static FleetEventJsonContext Context { get; } = new(new JsonSerializerOptions(FleetEventJsonContext.Default.Options)
    {
        Converters =
        {
            new JsonStringEnumConverter<RejectionCode>(),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new IdJsonConverter<CloudComputerId>(id => id.Value),
            new IdJsonConverter<ImageId>(id => id.Value),
            new IdJsonConverter<ImageVersion>(version => version.Number),
            new IdJsonConverter<RegionId>(id => id.Value),
            new IdJsonConverter<SnapshotId>(id => id.Value),
            new IdJsonConverter<UpdateId>(id => id.Value),
            new IdJsonConverter<UserId>(id => id.Value),
            new InstantJsonConverter(),
        },
    });

    /// <summary>An enum's word as the API writes it.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
