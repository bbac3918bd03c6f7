namespace Wuying.LoadTester.Service;

/// <summary>Progress of a long request.</summary>
internal sealed record OperationView(
    string OperationId, string State, int Total, int Accepted, int Rejected, int Remaining, IReadOnlyDictionary<string, long> RejectedByCode)
{
    public bool IsFinished => State is "finished";
}
