namespace Wuying.Ecd.Tests;

/// <summary>What a package threw, as a program sees it that catches it.</summary>
/// <param name="Name">The exception's class, or what the package calls it.</param>
/// <param name="Code">The code of the product's API.</param>
/// <param name="Message">What people read.</param>
/// <param name="Status">The status of HTTP; null where the package keeps none.</param>
/// <param name="RetryAfter">When to ask again, in milliseconds; null where the package keeps none.</param>
internal sealed record SdkError(string Name, string Code, string Message, int? Status, double? RetryAfter);
