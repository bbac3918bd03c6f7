using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using Wuying.Api.Tests.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;
using Wuying.Harness;

namespace Wuying.Api.Tests.Ecd;

/// <summary>Random calls, signed in all ways, of which one byte is changed anywhere: refused for the right reason, unless the change says the same in other bytes.</summary>
public sealed class Changed_on_the_way : IAsyncLifetime
{
    // A few letters of every kind, so that names and values meet with what is escaped.
    private static readonly Gen<string> Text = Gen.OneOfConst("a", "Z", "0", "-", "~", " ", "+", "*", "%", "&", "=", "/", "'", "云", "é", "😀").Array[0, 6].Select(string.Concat);

    private static readonly Gen<ImmutableSortedDictionary<string, string>> Own = Gen.Select(Gen.OneOfConst("x", "Y", "Tag.1.Key", "ü"), Text).Array[0, 4]
        .Select(pairs => pairs.Aggregate(ImmutableSortedDictionary<string, string>.Empty, (all, pair) => all.SetItem(pair.Item1, pair.Item2)));

    private static readonly Gen<(string Way, ImmutableSortedDictionary<string, string> Own, int Part, int Place, int Kind, char With)> Change = Gen.Select(
        Gen.OneOfConst(SignedCalls.Ways), Own, Gen.Int[0, 1_000], Gen.Int[0, 100_000], Gen.Int[0, 3], Gen.OneOf(Gen.Char['!', '~'], Gen.Const('é')));

    private readonly ManualClock _clock = new();
    private DirectApi _api = null!;
    private TestKey _key = null!;
    private int _nonce;

    public async ValueTask InitializeAsync()
    {
        _api = await DirectApi.StartAsync(clock: _clock);
        _key = await _api.MakeKeyAsync(Role.Administrator);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_call_is_refused_for_the_right_reason() => await Change.SampleAsync(
        async change =>
        {
            var sent = Make(change.Way, change.Own);
            var changed = Apply(sent, change.Part, change.Place, change.Kind, change.With);
            var expected = ExpectedRefusal.Of(sent, changed, _clock.GetUtcNow());

            var (status, code) = await SendAsync(changed);

            Assert.True(
                expected.Count == 0 ? status == 200 : status is 400 or 404 && expected.Contains(code),
                $"{status} {code}, expected {(expected.Count == 0 ? "success" : string.Join(" or ", expected))}\n{Print(sent)}\n{Print(changed)}");
        },
        iter: 4_000,
        threads: 1);

    [Theory]
    [InlineData("V1 GET")]
    [InlineData("V1 POST")]
    [InlineData("V3 query")]
    [InlineData("V3 form")]
    public async Task A_call_is_taken_once_in_all_Apis_of_the_service(string way)
    {
        await using var other = await DirectApi.StartAsync(_api.Fleet, _clock);
        var call = Make(way, ImmutableSortedDictionary<string, string>.Empty.Add("x", "y"));

        Assert.Equal((200, null), await SendAsync(call));
        Assert.Equal((400, "SignatureNonceUsed"), await SendAsync(call));
        Assert.Equal((400, "SignatureNonceUsed"), await SendAsync(call, other));
    }

    [Theory]
    [InlineData("V1 GET")]
    [InlineData("V3 query")]
    public async Task A_call_is_taken_a_quarter_of_an_hour_early_or_late_and_no_more(string way)
    {
        var bound = TimeSpan.FromMinutes(15);
        foreach (var (off, code) in new[]
        {
            (bound, null), (-bound, null), (bound + TimeSpan.FromSeconds(1), "InvalidTimeStamp.Expired"), (-bound - TimeSpan.FromSeconds(1), "InvalidTimeStamp.Expired"),
        })
        {
            Assert.Equal((off, code), (off, (await SendAsync(Make(way, ImmutableSortedDictionary<string, string>.Empty, _clock.GetUtcNow() + off))).Code));
        }
    }

    [Theory]
    [InlineData("V1 POST")]
    [InlineData("V3 form")]
    public async Task A_call_of_a_disabled_key_is_refused_by_that_name_if_it_is_really_the_keys(string way)
    {
        var disabled = await _api.MakeKeyAsync(Role.Administrator);
        await _api.Fleet.Access.DisableKeyAsync(disabled.Id, "test");
        _clock.Advance(TimeSpan.FromMinutes(1));
        var own = ImmutableSortedDictionary<string, string>.Empty.Add("x", "y");

        Assert.Equal("InvalidAccessKeyId.Inactive", (await SendAsync(SignedCalls.Make(way, disabled, own, "DescribeRegions", "n1", _clock.GetUtcNow()))).Code);
        Assert.Equal("SignatureDoesNotMatch", (await SendAsync(SignedCalls.Make(way, disabled with { Secret = "guess" }, own, "DescribeRegions", "n2", _clock.GetUtcNow()))).Code);
    }

    [Fact]
    public async Task The_other_style_of_headers_does_not_overrule_what_is_signed()
    {
        var call = Make("V1 POST", ImmutableSortedDictionary<string, string>.Empty.Add("RegionId", "cn-hangzhou"));

        Assert.Equal((200, null), await SendAsync(call.With("x-acs-action", "DeleteDesktops").With("x-acs-version", "2020-10-02")));
    }

    [Fact]
    public async Task So_many_calls_that_they_cannot_be_remembered_are_put_off()
    {
        var call = Make("V1 POST", ImmutableSortedDictionary<string, string>.Empty);
        await SendAsync(call);
        foreach (var slice in _api.Fleet.Nonces.Values)
        {
            slice.IsFull = true;
        }

        var answers = new HashSet<string?>();
        for (var attempt = 0; attempt < 200; attempt++)
        {
            answers.Add((await SendAsync(Make("V1 POST", ImmutableSortedDictionary<string, string>.Empty))).Code);
        }

        Assert.Contains("Throttling.User", answers);
    }

    private WireCall Make(string way, ImmutableSortedDictionary<string, string> own, DateTimeOffset? at = null) =>
        SignedCalls.Make(way, _key, own, "DescribeRegions", (++_nonce).ToString(CultureInfo.InvariantCulture), at ?? _clock.GetUtcNow());

    private async Task<(int Status, string? Code)> SendAsync(WireCall call, DirectApi? api = null)
    {
        var (status, body) = await (api ?? _api).SendAsync(call.Write);
        var answer = JsonElement.Parse(body);

        // Who gets and names no action is taken for a browser, and there is no page here: the problem is of the other protocol.
        return status == 404 && answer.TryGetProperty("code", out _) ? (400, "MissingAction")
            : (status, answer.TryGetProperty("Code", out var code) ? code.GetString() : null);
    }

    // One character of one part becomes another, goes, or gets a neighbour.
    private static WireCall Apply(WireCall call, int part, int place, int kind, char with)
    {
        var parts = call.Parts.Where(each => each.Value.Length > 0).ToArray();
        var (name, text) = parts[part % parts.Length];
        var at = place % text.Length;
        return call with
        {
            Parts = call.Parts.SetItem(name, kind switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, with.ToString()),
                2 => text.Remove(at, 1).Insert(at, char.IsAsciiLetterLower(text[at]) ? char.ToUpperInvariant(text[at]).ToString() : with.ToString()),
                _ => text.Remove(at, 1).Insert(at, with.ToString()),
            }),
        };
    }

    private static string Print(WireCall call) => $"{call.Method} {string.Join("\n  ", call.Parts.Select(part => $"{part.Key} {part.Value}"))}";
}
