namespace Wuying.Api.Ecd.Sessions;

internal sealed record DescribeUserConnectionRecordsAnswer(IReadOnlyList<ConnectionRecordAnswer> ConnectionRecords, string? NextToken);
