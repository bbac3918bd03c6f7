using System.Text;
using Wuying.Api.Fleet.Import;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Fleet;

public sealed class Reading_ndjson
{
    [Fact]
    public async Task Finds_a_computer_a_line()
    {
        var rows = await Samples.ReadAsync("{\"computerId\":\"a\"}\r\n\n{ \"computerId\":\"b\",\"new\":[1]}\n{\"computerId\":\"c\"}");
        Assert.Equal([(1L, "a"), (3L, "b"), (4L, "c")], rows.Select(row => (row.Line, row.Computer!.ComputerId!)));
    }

    [Fact]
    public async Task Goes_on_after_a_broken_line()
    {
        var rows = await Samples.ReadAsync("{\"computerId\":\"a\"}\n{\"computerId\":\n{\"computerId\":5}\n{} {}\nnull\n{\"computerId\":\"b\"}\n");
        Assert.Equal(["a", null, null, null, null, "b"], rows.Select(row => row.Computer?.ComputerId));
        Assert.Equal([false, true, true, true, true, false], rows.Select(row => row.Error is not null));
        Assert.All(rows, row => Assert.False(row.IsBreak));
    }

    [Fact]
    public async Task Believes_the_content_type()
    {
        var rows = await Samples.ReadAsync("oops\n{\"computerId\":\"a\"}", isLines: true);
        Assert.Equal([null, "a"], rows.Select(row => row.Computer?.ComputerId));
    }

    [Fact]
    public async Task Passes_over_a_line_that_is_too_long()
    {
        var body = Encoding.UTF8.GetBytes("{\"computerId\":\"" + new string('x', ImportReader.RowBytesMax * 3) + "\"}\n{\"computerId\":\"b\"}\n");
        var rows = await Samples.ReadInPiecesAsync(body, Enumerable.Repeat(100_000, 50));
        Assert.Equal([null, "b"], rows.Select(row => row.Computer?.ComputerId));
        Assert.Equal(2, rows[1].Line);
    }
}
