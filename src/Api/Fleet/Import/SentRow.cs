using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Fleet.Import;

/// <summary>A row on its way.</summary>
/// <param name="Row">The row.</param>
/// <param name="Computer">The computer it tells.</param>
/// <param name="LeftOut">Why the computer comes without its pending update; null when it comes as told.</param>
internal sealed record SentRow(ImportRow Row, CloudComputer Computer, Rejection? LeftOut);
