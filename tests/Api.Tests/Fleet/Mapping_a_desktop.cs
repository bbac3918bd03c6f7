using System.Text.Json;
using Wuying.Api.Fleet.Import;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Fleet;

public sealed class Mapping_a_desktop
{
    private const string Session = """,  "Sessions":[{"EndUserId":"bob","EstablishmentTime":"2023-10-24T06:23Z"}]""";

    [Theory]
    [InlineData("Running", CloudComputerStatus.Running)]
    [InlineData("Stopped", CloudComputerStatus.Stopped)]
    [InlineData("Starting", CloudComputerStatus.Starting)]
    [InlineData("Pending", CloudComputerStatus.Starting)]
    [InlineData("Stopping", CloudComputerStatus.Stopping)]
    [InlineData("Expired", CloudComputerStatus.Expired)]
    public void Takes_the_states_that_have_a_counterpart(string told, CloudComputerStatus meant) =>
        Assert.Equal(meant, Map(Samples.Desktop("ecd-1").Replace("\"Running\"", $"\"{told}\"", StringComparison.Ordinal)).Computer!.Status);

    [Theory]
    [InlineData("\"Running\"", "\"Rebuilding\"")]
    [InlineData("\"Running\"", "\"Deleted\"")]
    [InlineData("\"Running\"", "null")]
    [InlineData("\"ecd-1\"", "\"../etc\"")]
    [InlineData("\"n\"", "\"\"")]
    [InlineData(Samples.OlderVersion, "2.6")]
    [InlineData("\"EndUserIds\":[]", "\"EndUserIds\":[\"a b\"]")]
    [InlineData("\"Disconnected\"", "\"Connected\"")]
    public void Refuses_what_it_cannot_mean(string good, string bad) =>
        Assert.Equal(RejectionCode.InvalidRequest, Map(Samples.Desktop("ecd-1").Replace(good, bad, StringComparison.Ordinal)).Refused?.Code);

    [Fact]
    public void Refuses_one_that_is_being_updated() =>
        Assert.Equal(RejectionCode.UpdateInProgress, Map(Samples.Desktop("ecd-1", """,  "ManagementFlags":["Updating"]""")).Refused?.Code);

    [Fact]
    public void Assigns_the_connected_user()
    {
        var computer = Map(Connected(Samples.Desktop("ecd-1", Session))).Computer!;
        Assert.Equal(new UserSession(new UserId("bob"), new DateTimeOffset(2023, 10, 24, 6, 23, 0, TimeSpan.Zero)), computer.Session);
        Assert.Equal([new UserId("bob")], computer.AssignedUserIds);
    }

    [Fact]
    public void Ends_the_session_of_one_that_is_not_running() =>
        Assert.Null(Map(Connected(Samples.Desktop("ecd-1", Session)).Replace("\"Running\"", "\"Stopping\"", StringComparison.Ordinal)).Computer!.Session);

    [Fact]
    public void Gives_the_same_fingerprint_for_the_same_facts_only()
    {
        var first = Map(Samples.Desktop("ecd-1")).Computer!.ImportFingerprint;
        Assert.Equal(first, Map(Samples.Desktop("ecd-1", ",\"Cpu\":8")).Computer!.ImportFingerprint);
        Assert.NotEqual(first, Map(Samples.Desktop("ecd-1", ",\"DesktopName\":\"m\"")).Computer!.ImportFingerprint);
        Assert.NotEqual(first, Map(Connected(Samples.Desktop("ecd-1", Session))).Computer!.ImportFingerprint);
    }

    [Theory]
    [InlineData("eu-central-1+dir-1", "us-east-1", "eu-central-1")]
    [InlineData("dir-1", "us-east-1", "us-east-1")]
    [InlineData(null, null, null)]
    public void Takes_the_region_from_the_office_site_first(string? office, string? given, string? expected) => Assert.Equal(
        expected,
        DesktopMapping.RegionOf(new DesktopRow { OfficeSiteId = office }, given is null ? null : new RegionId(given))?.Value);

    private static string Connected(string json) => json.Replace("\"Disconnected\"", "\"Connected\"", StringComparison.Ordinal);

    private static MappedRow Map(string json) => DesktopMapping.Map(
        JsonSerializer.Deserialize(json, ImportJsonContext.Default.DesktopRow)!, new RegionId("cn-hangzhou"), ImageType.Custom, FakeFleet.Now);
}
