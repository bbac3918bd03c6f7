namespace Wuying.Bench.CommandLine;

/// <summary>Tells how far a measurement is, on the error output: the results have the other one.</summary>
/// <param name="measurement">Its name.</param>
internal sealed class ErrorProgress(string measurement) : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine($"{measurement}: {value}");
}
