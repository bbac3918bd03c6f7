namespace Wuying.Domain.Tests.RuleBook;

/// <summary>A class of tests, as its source has it.</summary>
internal sealed record TestClass(string Project, string Name, IReadOnlyList<string> Methods);
