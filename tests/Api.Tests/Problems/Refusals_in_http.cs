using Wuying.Api.Problems;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Tests.Problems;

public sealed class Refusals_in_http
{
    public static TheoryData<RejectionCode> Codes => [.. Enum.GetValues<RejectionCode>().Except([RejectionCode.Unspecified])];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Cover_every_code(RejectionCode code)
    {
        var problem = RejectionProblems.Of(code);
        Assert.InRange(problem.Status, 400, 599);
        Assert.Matches(@"\Aurn:wuying:problem:[a-z]+(-[a-z]+)*\z", problem.Type);
        Assert.EndsWith(".", problem.Title, StringComparison.Ordinal);
        Assert.Equal(code.ToString().EndsWith("NotFound", StringComparison.Ordinal), problem.Status == 404);
    }

    [Theory]
    [InlineData(RejectionCode.NotEntitled, 403)]
    [InlineData(RejectionCode.DateTooSoon, 422)]
    [InlineData(RejectionCode.DateTooFar, 422)]
    [InlineData(RejectionCode.DailyQuotaExceeded, 409)]
    [InlineData(RejectionCode.ComputerConnected, 409)]
    [InlineData(RejectionCode.InvalidRequest, 400)]
    [InlineData(RejectionCode.OutcomeUnknown, 504)]
    public void Have_these_status_codes(RejectionCode code, int status) => Assert.Equal(status, RejectionProblems.Of(code).Status);

    [Fact]
    public void Have_a_type_each() => Assert.Distinct(Codes.Select(code => RejectionProblems.Of(code.Data).Type));

    [Fact]
    public void Are_named_by_a_urn() => Assert.Equal("urn:wuying:problem:computer-connected", RejectionProblems.Of(RejectionCode.ComputerConnected).Type);

    [Fact]
    public void Never_show_the_words_of_an_exception()
    {
        Exception[] exceptions =
        [
            new TimeoutException("secret"),
            new InvalidOperationException("secret"),
            new Orleans.Runtime.SiloUnavailableException("secret"),
            new IOException("secret"),
            new AggregateException(new OrleansException("secret", new IOException("secret"))),
        ];
        Assert.Equal([504, 500, 503, 503, 503], exceptions.Select(exception => ServiceFailure.Of(exception).Status));
        Assert.All(exceptions, exception => Assert.DoesNotContain("secret", ServiceFailure.Of(exception).Detail, StringComparison.Ordinal));
    }
}
