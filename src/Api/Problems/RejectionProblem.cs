namespace Wuying.Api.Problems;

/// <summary>How one refusal looks in HTTP.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Type">The problem's URN.</param>
/// <param name="Title">The same sentence for every problem of the type.</param>
internal sealed record RejectionProblem(int Status, string Type, string Title);
