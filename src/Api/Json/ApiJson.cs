using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wuying.Api.CloudComputers;
using Wuying.Api.Simulation;
using Wuying.Api.Snapshots;
using Wuying.Api.Updates;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Json;

/// <summary>How the API writes JSON: camel case, enums as words, instants in UTC; and how strictly it reads.</summary>
internal static class ApiJson
{
    /// <summary>The options outside requests: for streams and tests.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Sets the options of requests and answers.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolverChain.Insert(0, ApiJsonContext.Default);
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new JsonStringEnumConverter<RejectionCode>(namingPolicy: null, allowIntegerValues: false));
        AddWords<AnswerOutcome>(options);
        AddWords<ClockMode>(options);
        AddWords<CloudComputerStatus>(options);
        AddWords<ConnectionState>(options);
        AddWords<ImageStatus>(options);
        AddWords<ImageType>(options);
        AddWords<MachineOperationKind>(options);
        AddWords<NotificationKind>(options);
        AddWords<OperationState>(options);
        AddWords<PendingUpdateState>(options);
        AddWords<PushState>(options);
        AddWords<SnapshotState>(options);
        AddWords<StateAfterwards>(options);
        AddWords<UpdateMethod>(options);
        AddWords<UpdateOutcome>(options);
        AddWords<UpdateRowState>(options);
        AddWords<UpdateSnapshot>(options);
    }

    private static void AddWords<T>(JsonSerializerOptions options)
        where T : struct, Enum => options.Converters.Add(new JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
