namespace Wuying.Api.Ecd.Binding;

/// <summary>Names parameters of the product that are taken and change nothing here, because what they are about is not kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class IgnoredAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}
