using System.Text.Json.Serialization;

namespace Wuying.LoadTester.Service;

/// <summary>Everything that is read from and written to the service, known at build time. Members that are not needed here are passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AcceptUpdateBody))]
[JsonSerializable(typeof(AdvanceClockBody))]
[JsonSerializable(typeof(BulkAnswersView))]
[JsonSerializable(typeof(ChangeRegionBody))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ComputerView))]
[JsonSerializable(typeof(ConnectBody))]
[JsonSerializable(typeof(ImportView))]
[JsonSerializable(typeof(LogOnView))]
[JsonSerializable(typeof(OperationView))]
[JsonSerializable(typeof(PageView<NotificationView>))]
[JsonSerializable(typeof(PageView<QuotaDayView>))]
[JsonSerializable(typeof(PageView<RegionView>))]
[JsonSerializable(typeof(PageView<VersionView>))]
[JsonSerializable(typeof(ProblemView))]
[JsonSerializable(typeof(PublishVersionBody))]
[JsonSerializable(typeof(RegionView))]
[JsonSerializable(typeof(RequestUpdatesBody))]
[JsonSerializable(typeof(SummaryView))]
[JsonSerializable(typeof(UpdatesOfDayView))]
[JsonSerializable(typeof(VersionView))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
