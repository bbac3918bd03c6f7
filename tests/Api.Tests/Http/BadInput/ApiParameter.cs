namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="IsInteger">Only whole numbers are meant.</param>
internal sealed record ApiParameter(string Name, string Place, bool IsInteger);
