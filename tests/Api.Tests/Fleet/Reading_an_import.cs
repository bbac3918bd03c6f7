using System.Text;
using Wuying.Api.Fleet.Import;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Fleet;

public sealed class Reading_an_import
{
    private static readonly string Document =
        $"[{Samples.Page(Samples.Desktop("ecd-1"), Samples.Desktop("ecd-é", ",\"Extra\":[{\"a\":[1,2]}]"))},\n {{\"Images\": [ {{\"ImageId\":\"m-1\",\"Name\":\"\\u00fc\"}} ], \"NextToken\":\"\"}}]";

    [Theory]
    [InlineData("describe-desktops.cn-hangzhou.json", 600, 0)]
    [InlineData("describe-desktops.eu-central-1.json", 300, 0)]
    [InlineData("describe-desktops.us-west-1.json", 300, 0)]
    [InlineData("describe-images.cn-hangzhou.json", 0, 6)]
    public async Task Finds_every_row_of_the_samples(string file, int desktops, int images)
    {
        await using var body = Samples.Open(file);
        var rows = await Samples.ReadAsync(body);
        Assert.Equal((desktops, images), (rows.Count(row => row.Desktop is not null), rows.Count(row => row.Image is not null)));
        Assert.All(rows, row => Assert.Null(row.Error));
        Assert.Equal(Enumerable.Range(1, desktops + images).Select(index => (long?)index), rows.Select(row => row.Index));
    }

    [Fact]
    public async Task Gives_the_same_rows_wherever_the_network_cuts()
    {
        var body = Encoding.UTF8.GetBytes(Document);
        var whole = Describe(await Samples.ReadInPiecesAsync(body));
        Assert.Equal("1:1 ecd-1|1:2 ecd-é|2:3 m-1", whole);
        for (var cut = 1; cut < body.Length; cut++)
        {
            Assert.Equal(whole, Describe(await Samples.ReadInPiecesAsync(body, cut)));
        }

        Assert.Equal(whole, Describe(await Samples.ReadInPiecesAsync(body, Enumerable.Repeat(1, body.Length))));
    }

    [Fact]
    public async Task Tells_the_line_of_each_image()
    {
        await using var body = Samples.Open("describe-images.us-west-1.json");
        Assert.Equal([5L, 18, 31, 44, 57, 70], (await Samples.ReadAsync(body)).Select(row => row.Line));
    }

    [Fact]
    public async Task Takes_a_single_page_and_a_byte_order_mark()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(" \n" + Samples.Page(Samples.Desktop("ecd-1")))];
        Assert.Equal("2:1 ecd-1", Describe(await Samples.ReadInPiecesAsync(body, 1, 1)));
    }

    [Fact]
    public async Task Takes_a_byte_order_mark_wherever_the_network_cuts_behind_it()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Samples.Page(Samples.Desktop("ecd-1")))];
        for (var cut = 1; cut < 10; cut++)
        {
            Assert.Equal("1:1 ecd-1", Describe(await Samples.ReadInPiecesAsync(body, cut)));
        }
    }

    [Fact]
    public async Task Goes_on_after_a_row_of_wrong_kinds()
    {
        var rows = await Samples.ReadAsync(Samples.Page("""{"DesktopId":7}""", "null", "5", Samples.Desktop("ecd-1")));
        Assert.Equal(["DesktopId is of the wrong kind.", "Broken JSON", "Broken JSON", null], rows.Select(row => row.Error?.Split(',')[0]));
        Assert.Equal("ecd-1", rows[3].Desktop!.DesktopId);
    }

    [Fact]
    public async Task Keeps_the_rows_before_a_break()
    {
        var rows = await Samples.ReadAsync("[" + Samples.Page(Samples.Desktop("ecd-1")) + ",\n" + Samples.Page(Samples.Desktop("ecd-2"), "{\"DesktopId\" oops"));
        Assert.Equal(["ecd-1", "ecd-2", null], rows.Select(row => row.Desktop?.DesktopId));
        Assert.True(rows[2].IsBreak);
        Assert.StartsWith("The JSON breaks at line 2, byte ", rows[2].Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("hello")]
    [InlineData("5")]
    [InlineData("[5]")]
    [InlineData("[{}]")]
    [InlineData("{}")]
    [InlineData("{\"RequestId\":\"r\"}")]
    [InlineData("{\"Desktops\":[")]
    [InlineData("{\"Desktops\":5}")]
    [InlineData("[")]
    public async Task Says_that_a_body_without_rows_breaks(string body)
    {
        var row = Assert.Single(await Samples.ReadAsync(body));
        Assert.True(row.IsBreak);
        Assert.NotNull(row.Error);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"Desktops\":[]}")]
    [InlineData("[{\"Images\":[]},{\"Desktops\":[],\"Images\":[]}]")]
    public async Task Takes_an_empty_fleet(string body) => Assert.Empty(await Samples.ReadAsync(body));

    [Fact]
    public async Task Ends_at_what_follows_the_document() => Assert.True((await Samples.ReadAsync(Samples.Page(Samples.Desktop("ecd-1")) + "x"))[^1].IsBreak);

    [Fact]
    public async Task Ends_at_nesting_without_end() =>
        Assert.True(Assert.Single(await Samples.ReadAsync("{\"Desktops\":[" + new string('[', 100_000))).IsBreak);

    [Fact]
    public async Task Ends_at_a_row_without_end() => Assert.True(Assert.Single(
        await Samples.ReadAsync("{\"Desktops\":[{\"DesktopId\":\"" + new string('x', ImportReader.RowBytesMax * 2))).IsBreak);

    [Fact]
    public async Task Ends_at_a_row_that_is_too_large()
    {
        var rows = await Samples.ReadAsync(Samples.Page(Samples.Desktop("ecd-1"), Samples.Desktop(new string('x', ImportReader.RowBytesMax)), Samples.Desktop("ecd-2")));
        Assert.Equal([false, true], rows.Select(row => row.IsBreak));
    }

    [Fact]
    public async Task Refuses_text_that_is_no_text()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"Desktops\":[{\"DesktopId\":\""), 0xFF, 0xFE, .. Encoding.UTF8.GetBytes("\"},"), .. Encoding.UTF8.GetBytes(Samples.Desktop("ecd-1")), .. "]}"u8];
        var rows = await Samples.ReadInPiecesAsync(body);
        Assert.NotNull(rows[0].Error);
    }

    private static string Describe(IEnumerable<ImportRow> rows) => string.Join(
        '|', rows.Select(row => $"{row.Line}:{row.Index} {row.Desktop?.DesktopId ?? row.Image?.ImageId ?? row.Error}"));
}
