namespace Wuying.Api.Ecd.Binding;

/// <summary>Marks a parameter that says something when it is empty; others are then as good as left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MayBeEmptyAttribute : Attribute;
