using System.Text;
using Wuying.Api.Ecd.Signatures;

namespace Wuying.Api.Tests.Ecd;

/// <summary>What the product publishes about its signatures.</summary>
public sealed class Signatures
{
    [Theory]
    [InlineData(
        "Action=DescribeDedicatedHosts&AccessKeyId=testid&Format=JSON&RegionId=cn-beijing&SignatureMethod=HMAC-SHA1&SignatureNonce=edb2b34af0af9a6d14deaf7c1a5315eb&SignatureVersion=1.0&Timestamp=2023-03-13T08:34:30Z&Version=2014-05-26",
        "9NaGiOspFP5UPcwX8Iwt2YJXXuk=")]
    [InlineData(
        "Action=DescribeRegions&AccessKeyId=testid&Format=XML&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&Timestamp=2016-02-23T12:46:24Z&Version=2014-05-26",
        "OLeaidS1JvxuMvnyHOwuJ+uX5qY=")]
    public void Of_the_older_style_are_as_published(string query, string expected)
    {
        var parameters = new SortedDictionary<string, string>(query.Split('&').ToDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1]), StringComparer.Ordinal)
        {
            ["Signature"] = "is passed over",
        };

        Assert.Equal(expected, SignatureV1.Sign("testsecret", SignatureV1.StringToSign("GET", parameters)));
    }

    [Fact]
    public void Of_the_newer_style_are_as_published()
    {
        var canonical = SignatureV3.CanonicalRequest(
            "POST",
            "/",
            [new("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"), new("RegionId", "cn-shanghai")],
            [
                new("host", "ecs.cn-shanghai.aliyuncs.com"),
                new("x-acs-action", "RunInstances"),
                new("x-acs-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                new("x-acs-date", "2023-10-26T10:22:32Z"),
                new("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d"),
                new("x-acs-version", "2014-05-26"),
            ],
            []);
        var toSign = SignatureV3.StringToSign(canonical);

        Assert.Equal("ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259", toSign);
        Assert.Equal("06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0", SignatureV3.Sign("YourAccessKeySecret", toSign));
    }

    [Theory]
    [InlineData("AZaz09-_.~", "AZaz09-_.~")]
    [InlineData(" +*!'()", "%20%2B%2A%21%27%28%29")]
    [InlineData("云/=&", "%E4%BA%91%2F%3D%26")]
    public void Spell_texts_in_one_way(string text, string expected) => Assert.Equal(expected, PercentEncoding.Encode(text));

    [Fact]
    public void Sort_parameters_and_escape_them_twice_in_the_older_style() => Assert.Equal(
        "GET&%2F&B%3D%2525%26a%3D%2520%26b%3D",
        SignatureV1.StringToSign("get", new SortedDictionary<string, string>(StringComparer.Ordinal) { ["b"] = "", ["a"] = " ", ["B"] = "%" }));

    [Theory]
    [InlineData("ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host;x-acs-date,Signature=ab", true)]
    [InlineData("ACS3-HMAC-SHA256 Credential=id, SignedHeaders=host;x-acs-date, Signature=ab", true)]
    [InlineData("ACS3-HMAC-SM3 Credential=id,SignedHeaders=host,Signature=ab", false)]
    [InlineData("ACS3-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=ab", false)]
    [InlineData("ACS3-HMAC-SHA256 SignedHeaders=host,Credential=id,Signature=ab", false)]
    [InlineData("ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host", false)]
    [InlineData("ACS3-HMAC-SHA256", false)]
    [InlineData("", false)]
    public void Are_read_from_headers_that_are_written_as_they_should_be(string header, bool isRead)
    {
        Assert.Equal(isRead, AuthorizationHeader.TryParse(header, out var parsed));
        if (isRead)
        {
            Assert.Equal(("id", "ab", 2), (parsed!.KeyId, parsed.Signature, parsed.SignedHeaders.Count));
        }
    }

    [Fact]
    public void Hash_the_bytes_that_were_sent() =>
        Assert.NotEqual(
            SignatureV3.CanonicalRequest("POST", "/", [], [], Encoding.UTF8.GetBytes("a=1")),
            SignatureV3.CanonicalRequest("POST", "/", [], [], Encoding.UTF8.GetBytes("a=2")));
}
