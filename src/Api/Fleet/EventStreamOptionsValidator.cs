using Microsoft.Extensions.Options;

namespace Wuying.Api.Fleet;

/// <summary>Refuses a start with heartbeats out of range.</summary>
[OptionsValidator]
internal sealed partial class EventStreamOptionsValidator : IValidateOptions<EventStreamOptions>;
