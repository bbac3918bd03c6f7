namespace Wuying.Api.Ecd.Binding;

/// <summary>Names parameters of the product that cannot be answered here, and that it would be wrong to pass over: a filter that filtered nothing would let a caller act on more than was meant.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RefusedAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Flags that ask for something only when they are set: <c>false</c> is as good as left out.</summary>
    public string[] UnlessFalse { get; init; } = [];
}
