using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Wuying.Api.Ecd.Errors;
using Wuying.Domain.Access;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Tests.Ecd;

public sealed class How_calls_are_read : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private const string Regions = "Action=DescribeRegions&Version=2020-09-30";

    [Theory]
    [InlineData("GET", Regions, null)]
    [InlineData("POST", Regions, null)]
    [InlineData("POST", "", Regions)]
    [InlineData("POST", "Action=DescribeRegions", "Version=2020-09-30")]
    [InlineData("GET", Regions + "&AcceptLanguage=en-US&Nobody=knows+this", null)]
    [InlineData("POST", "?", Regions + "&&x")]
    public async Task From_query_and_body_alike(string method, string query, string? body)
    {
        var (status, text, _) = await SendAsync(method, query, body);

        Assert.True(status is HttpStatusCode.OK, text);
    }

    [Theory]
    [InlineData("POST", "Action=DescribeRegions", Regions, "The specified parameter Action is not valid: it is given twice.")]
    [InlineData("GET", Regions + "&x=1&x=1", null, "The specified parameter x is not valid: it is given twice.")]
    [InlineData("POST", "", "Action=DescribeRegions&Version=%zz", "Specified parameter Version is not valid.")]
    public async Task Once_and_only_once(string method, string query, string? body, string message)
    {
        var (status, text, _) = await SendAsync(method, query, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(message, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", """{"Action":"DescribeRegions"}""")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    [InlineData(null, Regions)]
    public async Task From_forms_and_no_other_kind_of_body(string? type, string body)
    {
        var (status, text, _) = await SendAsync("POST", Regions, body, type);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("application/x-www-form-urlencoded", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_bytes_that_are_text()
    {
        using var content = new ByteArrayContent([.. Encoding.ASCII.GetBytes(Regions + "&x="), 0xFF]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var response = await _api.Api.Client.PostAsync(new Uri("/", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Up_to_a_megabyte_and_some_thousand_parameters()
    {
        var (large, _, _) = await SendAsync("POST", Regions, "x=" + new string('a', 1_000_000));
        var (tooLarge, text, _) = await SendAsync("POST", Regions, "x=" + new string('a', 1_100_000));
        var (many, _, _) = await SendAsync("POST", Regions, string.Join('&', Enumerable.Range(0, 1_900).Select(number => $"p{number}=")));
        var (tooMany, _, _) = await SendAsync("POST", Regions, string.Join('&', Enumerable.Range(0, 2_100).Select(number => $"p{number}=")));

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.OK, HttpStatusCode.BadRequest), (large, tooLarge, many, tooMany));
        Assert.Contains("\"InvalidParameter\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DescribeBundles", HttpStatusCode.BadRequest, "UnsupportedOperation")]
    [InlineData("DescribeEverything", HttpStatusCode.NotFound, "InvalidAction.NotFound")]
    [InlineData("describeregions", HttpStatusCode.NotFound, "InvalidAction.NotFound")]
    public async Task By_the_names_of_the_product(string action, HttpStatusCode status, string code) => Assert.Equal((status, code), (await _api.Admin.CallAsync(action)).Refusal);

    [Fact]
    public async Task With_an_action_that_is_not_here_those_that_are_get_named() =>
        Assert.Contains("ApproveFotaUpdate, CancelFotaSchedule, CopyImage", (await _api.Admin.CallAsync("DescribeBundles")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_an_action_what_is_sent_is_a_call_and_what_is_only_asked_for_is_not()
    {
        var (page, _, type) = await SendAsync("GET", "", null);
        var (call, error, _) = await SendAsync("POST", "", null);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (page, type)); // the console's, which is not in here
        Assert.Equal(HttpStatusCode.BadRequest, call);
        Assert.Contains("MissingAction", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_XML_with_lists_as_repeated_elements()
    {
        var (_, text, type) = await SendAsync("GET", $"Action=DescribeDesktops&Version=2020-09-30&Format=XML&RegionId={EcdFleet.Here}", null);
        var xml = XDocument.Parse(text).Root!;

        Assert.Equal(("text/xml", "DescribeDesktopsResponse"), (type, xml.Name.LocalName));
        Assert.Equal(["ecd-1", "ecd-2", "ecd-3", "ecd-5"], xml.Elements("Desktops").Select(desktop => desktop.Element("DesktopId")!.Value));
        Assert.Equal("team", xml.Elements("Desktops").First().Element("Tags")!.Element("Key")!.Value);
    }

    [Fact]
    public async Task Refused_in_XML_too_whatever_was_sent()
    {
        var (status, text, _) = await SendAsync("GET", "Action=StartDesktops&Version=2020-09-30&Format=xml&DesktopId.1=ecd-1&RegionId=%01%3Cb%3E%F0%9F%98%80", null);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(["RequestId", "HostId", "Code", "Message", "Recommend"], XDocument.Parse(text).Root!.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public async Task Errors_have_the_shape_of_the_product()
    {
        var reply = await _api.Admin.CallAsync("DescribeDesktops");

        Assert.Equal(["RequestId", "HostId", "Code", "Message", "Recommend"], reply.Body.EnumerateObject().Select(member => member.Name));
        Assert.Equal(_api.Api.Client.BaseAddress!.Authority, reply.Body.GetProperty("HostId").GetString());
        Assert.Equal(
            $"https://api.aliyun.com/troubleshoot?q=MissingRegionId&product=ecd&requestId={reply.Body.GetProperty("RequestId").GetString()}", reply.Body.GetProperty("Recommend").GetString());
    }

    [Fact]
    public async Task Too_many_of_one_key_are_put_off_and_hinder_no_other()
    {
        await using var api = await EcdApi.StartAsync("--RateLimits:RequestsPerMinute", "1", "--RateLimits:Burst", "1");
        var (one, other) = (new EcdClient(api.Api, await api.Api.MakeKeyAsync(Role.Viewer)), new EcdClient(api.Api, await api.Api.MakeKeyAsync(Role.Viewer)));

        await one.AskAsync("DescribeRegions");
        Assert.Equal((HttpStatusCode.TooManyRequests, "Throttling.User"), (await one.CallAsync("DescribeRegions")).Refusal);
        await other.AskAsync("DescribeRegions");
    }

    [Fact]
    public async Task Put_off_calls_are_told_how_long_in_both_ways()
    {
        await using var api = await EcdApi.StartAsync("--RateLimits:RequestsPerMinute", "1", "--RateLimits:Burst", "1", "--RateLimits:LimitLocal", "true");
        using var first = await api.Api.Client.GetAsync(new Uri("/?" + Regions, UriKind.Relative));
        using var second = await api.Api.Client.GetAsync(new Uri("/?" + Regions, UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.InRange(int.Parse(Assert.Single(second.Headers.GetValues("x-acs-retry-after")), System.Globalization.CultureInfo.InvariantCulture), 1, 60_000);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.InternalServerError, "InternalError")]
    [InlineData(true, HttpStatusCode.ServiceUnavailable, "ServiceUnavailable")]
    public async Task What_goes_wrong_inside_is_not_told(bool isLost, HttpStatusCode status, string code)
    {
        _api.Fleet.Computers[EcdFleet.Free].Failure = isLost ? new SiloUnavailableException("secret") : new InvalidOperationException("secret");

        var reply = await _api.Admin.CallAsync("StartDesktops", Here, ("DesktopId.1", EcdFleet.Free));

        Assert.Equal((status, code), reply.Refusal);
        Assert.DoesNotContain("secret", reply.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_that_refuses_has_a_code_of_its_own_here() => Assert.All(
        Enum.GetValues<RejectionCode>().Where(code => code is not default(RejectionCode)),
        code => Assert.InRange(new Rejection(code, "It is so.").ToError().Status, 400, 503));

    private async Task<(HttpStatusCode Status, string Text, string? Type)> SendAsync(string method, string query, string? body, string? type = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/" + (query.Length == 0 ? "" : $"?{query.TrimStart('?')}"));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

            // A body that is refused unread would otherwise end in a broken pipe here.
            request.Headers.ExpectContinue = body.Length > 1_000_000;
        }

        using var response = await _api.Api.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }
}
