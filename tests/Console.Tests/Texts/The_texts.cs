using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Wuying.Console.Tests.Texts;

public sealed partial class The_texts
{
    private static readonly IReadOnlyDictionary<string, string> English = Read("ConsoleTexts.resx");
    private static readonly IReadOnlyDictionary<string, string> Chinese = Read("ConsoleTexts.zh-CN.resx");

    [Fact]
    public void Are_there_in_both_languages()
    {
        Assert.Empty(English.Keys.Except(Chinese.Keys));
        Assert.Empty(Chinese.Keys.Except(English.Keys));
        Assert.All(English.Concat(Chinese), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Fact]
    public void Say_in_both_languages_the_same_things() => Assert.All(
        English, text => Assert.True(Places(text.Value).SetEquals(Places(Chinese[text.Key])), text.Key));

    [Fact]
    public void Are_Chinese_in_Chinese()
    {
        var untranslated = English.Where(text => Letters().IsMatch(text.Value) && text.Value == Chinese[text.Key]).Select(text => text.Key);

        // Names, which are the same everywhere.
        Assert.Subset(new HashSet<string> { "Product", "Orleans.Grains", "Orleans.Silos", "Time.Utc" }, untranslated.ToHashSet());
    }

    [Fact]
    public void Hold_every_key_that_the_console_asks_for()
    {
        var asked = Sources().SelectMany(source => Asked().Matches(File.ReadAllText(source)).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.True(asked.Count > 100, $"{asked.Count} keys were found.");
        Assert.Empty(asked.Except(English.Keys));
    }

    /// <summary>Keys that are put together, such as those of states and reasons.</summary>
    [Fact]
    public void Hold_every_word_of_the_lists_that_the_console_shows()
    {
        var words = Sources().SelectMany(source => PutTogether().Matches(File.ReadAllText(source)).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.All(words, prefix => Assert.Contains(English.Keys, key => key.StartsWith(prefix, StringComparison.Ordinal)));
        AssertAll<Domain.CloudComputers.CloudComputerStatus>("Status");
        AssertAll<Domain.CloudComputers.MachineOperationKind>("Operation");
        AssertAll<Domain.Updates.PendingUpdateState>("Pending");
        AssertAll<Contracts.Fleet.PendingFilter>("PendingFilter");
        AssertAll<Contracts.Answers.AnswerOutcome>("Answer");
        AssertAll<Domain.Decisions.RejectionCode>("Reason");
        AssertAll<Domain.Decisions.RejectionCode>("Advice");
        AssertAll<Domain.Access.Role>("Role");
        AssertAll<DayOfWeek>("Weekday");
        AssertAll<Domain.EndUsers.NotificationKind>("Notification");
        AssertAll<Domain.Images.ImageType>("ImageType");
        AssertAll<Domain.Updates.UpdateOutcome>("Outcome");
        AssertAll<Domain.CloudComputers.PowerCommand>("Power");
        Assert.All(
            typeof(Domain.CloudComputers.CloudComputerEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Domain.CloudComputers.CloudComputerEvent))),
            fact => Assert.Contains($"Event.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(fact.Name)}", English.Keys));
        Assert.All(Domain.Regions.ProductRegion.All, region => Assert.Contains($"Region.{region.Id}", English.Keys));
    }

    private static void AssertAll<TWord>(string prefix)
        where TWord : struct, Enum => Assert.All(
            Enum.GetValues<TWord>().Where(word => word.ToString() != "Unspecified"), word => Assert.Contains($"{prefix}.{word}", English.Keys));

    private static HashSet<string> Places(string text) => Place().Matches(text).Select(match => match.Value).ToHashSet();

    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "WuyingOrleans.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder.FullName, "src", "WebConsole");
        }
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Folder, "Texts", file)).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    // A key stands in quotes, alone or as one of two: L["A.B"], L[x ? "A.B" : "A.C"], ("…", "A.B", …).
    [GeneratedRegex("(?<!=)\"((?:Account|Action|Advice|Afterwards|Answer|Because|Cancel|Chart|Client|Clock|Computer|Computers|Connection|Crumbs|Day|DayReason|Event|Failure|Filter|Forecast|Frame|Home|Image|ImageType|Images|ImageUpdates|Nav|NightStage|NotFound|Notes|Notification|Orleans|Outcome|Pending|Power|Precautions|Preferences|Progress|Push|Reason|Region|Request|Role|Scope|SignIn|Simulation|Snapshots|Span|Stage|Status|Table|Time|Tonight|Update|Version|Weekday|Why)\\.[A-Za-z][A-Za-z0-9]*)\"")]
    private static partial Regex Asked();

    [GeneratedRegex(@"L\[\$""([A-Za-z]+\.)\{")]
    private static partial Regex PutTogether();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("[A-Za-z]{3}")]
    private static partial Regex Letters();
}
