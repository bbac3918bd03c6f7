namespace Wuying.LoadTester.Load;

/// <summary>When something is to be done, whether or not there is time for it then.</summary>
/// <param name="Number">Which it is, from 0.</param>
/// <param name="At">The intended start, as a timestamp of the clock.</param>
internal readonly record struct Due(long Number, long At);
