namespace Wuying.Api.Updates;

/// <summary>What came of a bulk request, in request order.</summary>
public sealed record BulkAnswersResponse(IReadOnlyList<BulkAnswerResponse> Items);
