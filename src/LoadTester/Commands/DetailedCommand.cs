using System.CommandLine;

namespace Wuying.LoadTester.Commands;

/// <summary>A command that has more to say about itself than fits in a list of commands.</summary>
/// <param name="name">Its name.</param>
/// <param name="summary">What it does, in a sentence.</param>
/// <param name="details">What is worth knowing besides, and examples.</param>
internal sealed class DetailedCommand(string name, string summary, string details) : Command(name, summary)
{
    /// <summary>What its own help says at the end.</summary>
    public string Details => details;
}
