using Wuying.Api.Json;
using Wuying.Api.Simulation;

namespace Wuying.Api.Tests.Json;

public sealed class Instants_and_durations
{
    [Theory]
    [InlineData("2023-10-25T16:00:00Z", "2023-10-25T16:00:00Z")]
    [InlineData("2023-10-26T00:00:00+08:00", "2023-10-25T16:00:00Z")]
    [InlineData("2023-10-25T16:00Z", "2023-10-25T16:00:00Z")]
    [InlineData("2023-10-25T16:00:00.1230000Z", "2023-10-25T16:00:00.123Z")]
    public void Are_written_in_utc(string given, string written)
    {
        Assert.True(InstantConverter.TryParse(given, out var instant));
        Assert.Equal(written, InstantConverter.Format(instant));
    }

    [Theory]
    [InlineData("2023-10-25T16:00:00")]
    [InlineData("2023-10-25")]
    [InlineData("25.10.2023 16:00Z")]
    [InlineData("2023-02-30T16:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("")]
    [InlineData(null)]
    public void Are_refused_when_they_could_mean_several_things(string? given) => Assert.False(InstantConverter.TryParse(given, out _));

    [Theory]
    [InlineData("PT6H", 6 * 60)]
    [InlineData("P1DT1M", (24 * 60) + 1)]
    [InlineData("PT90S", 1.5)]
    [InlineData("PT0S", 0)]
    public void Are_read_from_iso_8601(string text, double minutes)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(minutes, duration.TotalMinutes);
    }

    [Theory]
    [InlineData("6h")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("-PT6H")]
    [InlineData("PT99999999999H")]
    public void Are_refused_without_a_fixed_length(string text) => Assert.False(Durations.TryParse(text, out _));
}
