namespace Wuying.Domain.Tests.Images;

public sealed class R2_Version_numbers
{
    [Theory]
    [InlineData("2.7.0-R-20231020.101500")]
    [InlineData("0.0.0-D-20240229.235959")]
    public void Are_read_as_the_product_writes_them(string number)
    {
        Assert.True(ImageVersion.TryParse(number, out var version));
        Assert.Equal(number, version.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2.7.0")]
    [InlineData("2.7-R-20231020.101500")]
    [InlineData("2.7.0-r-20231020.101500")]
    [InlineData("2.7.0-R-20230229.101500")]
    [InlineData("2.7.0-R-20231020.241500")]
    [InlineData("2.7.0-R-20231020.101500 ")]
    [InlineData("2.7.0-R-20231020.101500\n")]
    public void Are_refused_when_written_otherwise(string? text) => Assert.False(ImageVersion.TryParse(text, out _));

    [Fact]
    public void Carry_the_stamp_of_their_build() =>
        Assert.Equal(new DateTime(2023, 10, 20, 10, 15, 0), new ImageVersion("2.7.0-R-20231020.101500").BuiltAt);
}
