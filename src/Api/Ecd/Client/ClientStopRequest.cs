using Wuying.Api.Ecd.Binding;

namespace Wuying.Api.Ecd.Client;

/// <summary>Which of their computers an end user wants stopped or restarted.</summary>
[Ignored("OsUpdate", "SessionToken")]
internal sealed record ClientStopRequest : ClientPowerRequest;
