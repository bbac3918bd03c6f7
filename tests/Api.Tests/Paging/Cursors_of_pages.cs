using Wuying.Api.Paging;
using Wuying.Api.Problems;

namespace Wuying.Api.Tests.Paging;

public sealed class Cursors_of_pages
{
    [Theory]
    [InlineData("ecd-1")]
    [InlineData("cn-hangzhou/desktopimage-1")]
    [InlineData("é日本")]
    public void Come_back_as_they_went_out(string key)
    {
        var cursor = Cursor.Encode(key)!;
        Assert.Matches(@"\A[A-Za-z0-9_-]+\z", cursor);
        Assert.True(Cursor.TryDecode(cursor, out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("a")]
    [InlineData("_w")]
    public void Are_refused_when_nobody_gave_them_out(string cursor) => Assert.False(Cursor.TryDecode(cursor, out _));

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("99999999999999999999")]
    public void Go_with_a_limit_in_range(string limit)
    {
        var errors = new InputErrors();
        new PageQuery { Limit = limit }.Read(errors);
        Assert.False(errors.IsEmpty);
    }

    [Fact]
    public void Lead_through_a_short_list_once()
    {
        string[] all = ["a", "b", "c", "d", "e"];
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = all.ToPage(item => item, after, 2, item => item);
            seen.AddRange(page.Items);
            after = page.NextCursor is { } next && Cursor.TryDecode(next, out var key) ? key : null;
        }
        while (after is not null);

        Assert.Equal(all, seen);
    }
}
