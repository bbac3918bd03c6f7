using Microsoft.Extensions.Options;

namespace Wuying.Storage.Events;

/// <summary>Checks <see cref="EventRetentionOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class EventRetentionOptionsValidator : IValidateOptions<EventRetentionOptions>;
