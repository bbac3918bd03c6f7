using System.Net;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Tests.Ecd;

/// <summary>What holds for every action of both versions.</summary>
public sealed class Every_action : IAsyncLifetime
{
    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public void Of_the_product_that_matters_here_is_there() =>
        Assert.Empty(Contract.Actions.Except(EcdApi.Actions.Select(action => (action.Version, action.Name))));

    [Fact]
    public void Is_there_or_known_not_to_be() =>
        Assert.DoesNotContain(EcdApi.Actions, action => KnownActions.IsKnown(action.Version, action.Name));

    [Fact]
    public async Task Succeeds_where_it_has_something_to_do()
    {
        foreach (var action in EcdApi.Actions)
        {
            await EcdFleet.FillAsync(_api.Fleet);
            if (action.Name is "CancelFotaSchedule")
            {
                await _api.Admin.AskAsync("CreateFotaSchedule", ("RegionId", EcdFleet.Here), ("DesktopId.1", EcdFleet.Free), ("AppVersion", EcdFleet.New), ("Date", "2023-10-26"));
            }

            var answer = await _api.Of(action.Version).AskAsync(action.Name, ActionSamples.Of(action, await _api.LogOnAsync()));
            if (answer.TryGetProperty("ScheduleResults", out var results))
            {
                Assert.Equal("success", results[0].GetProperty("Code").GetString());
            }
        }
    }

    [Fact]
    public async Task Says_which_mandatory_parameter_is_missing()
    {
        var token = await _api.LogOnAsync();
        foreach (var action in EcdApi.Actions)
        {
            var sample = ActionSamples.Of(action, token);
            foreach (var name in RequestShape.Of(action.Request).Members.Where(member => member.IsRequired).Select(member => member.Name))
            {
                var less = sample.Where(pair => pair.Name != name && !pair.Name.StartsWith(name + ".", StringComparison.Ordinal)).ToArray();
                Assert.True(less.Length < sample.Length, $"{action.Name} has no {name} in its sample.");

                var reply = await _api.Of(action.Version).CallAsync(action.Name, less);

                Assert.Equal((HttpStatusCode.BadRequest, $"Missing{name}", $"{name} is mandatory for this action."), (reply.Status, reply.Code, reply.Message));
            }
        }
    }

    [Fact]
    public async Task Refuses_what_it_cannot_answer_and_says_so()
    {
        var token = await _api.LogOnAsync();
        foreach (var action in EcdApi.Actions)
        {
            foreach (var name in RequestShape.Of(action.Request).Refused)
            {
                foreach (var written in new[] { name, $"{name}.1" })
                {
                    var reply = await _api.Of(action.Version).CallAsync(action.Name, [.. ActionSamples.Of(action, token), (written, "x")]);
                    Assert.Equal((action.Name, name, "UnsupportedOperation"), (action.Name, name, reply.Code));
                }
            }
        }
    }

    [Theory]
    [InlineData("CreateDesktops", "VolumeEncryptionEnabled")]
    [InlineData("DescribeDesktops", "OnlyDesktopGroup")]
    [InlineData("GetLoginToken", "KeepAlive")]
    [InlineData("RebootDesktops", "CreateSnapshot")]
    [InlineData("StopDesktops", "CreateSnapshot")]
    public async Task Takes_a_no_to_what_it_could_not_do(string name, string flag)
    {
        var action = EcdApi.Actions.Last(action => action.Name == name && RequestShape.Of(action.Request).Refused.Contains(flag));
        foreach (var (written, isTaken) in new[] { ("false", true), ("False", true), ("true", false), ("no", false) })
        {
            await EcdFleet.FillAsync(_api.Fleet);
            var reply = await _api.Of(action.Version).CallAsync(name, [.. ActionSamples.Of(action, null), (flag, written)]);
            Assert.Equal((written, isTaken ? null : "UnsupportedOperation"), (written, reply.Code));
        }
    }

    [Fact]
    public async Task Passes_over_what_changes_nothing_here()
    {
        foreach (var action in EcdApi.Actions.Where(action => action.Name is not "CancelFotaSchedule"))
        {
            foreach (var name in RequestShape.Of(action.Request).Ignored.Append("NobodyKnowsThis"))
            {
                await EcdFleet.FillAsync(_api.Fleet);
                await _api.Of(action.Version).AskAsync(action.Name, [.. ActionSamples.Of(action, await _api.LogOnAsync()), (name, "x")]);
            }
        }
    }

    [Fact]
    public async Task Of_a_region_is_refused_in_one_that_is_not_there()
    {
        var token = await _api.LogOnAsync();
        foreach (var action in EcdApi.Actions.Where(action => typeof(IRegionalRequest).IsAssignableFrom(action.Request)))
        {
            foreach (var region in new[] { "mars-1", "cn/hangzhou", "me-east-1" })
            {
                var sample = ActionSamples.Of(action, token).Select(pair => pair.Name is "RegionId" ? (pair.Name, region) : pair).ToArray();
                var reply = await _api.Of(action.Version).CallAsync(action.Name, sample);
                Assert.Equal((HttpStatusCode.NotFound, "InvalidRegion.NotFound"), (reply.Status, reply.Code));
            }
        }
    }

    [Fact]
    public async Task Of_an_end_user_needs_a_token_that_is_theirs()
    {
        var token = await _api.LogOnAsync();
        foreach (var action in EcdApi.Actions.Where(action => typeof(Wuying.Api.Ecd.Client.ILoggedOnRequest).IsAssignableFrom(action.Request)))
        {
            var sample = ActionSamples.Of(action, token);
            foreach (var bad in new[] { "v1", "v1abc", token[1..], token + "x", token[..^1], token.ToUpperInvariant() })
            {
                var reply = await _api.EndUser.CallAsync(action.Name, [.. sample.Where(pair => pair.Name is not "LoginToken"), ("LoginToken", bad)]);
                Assert.Equal((action.Name, HttpStatusCode.Forbidden, "InvalidLoginToken"), (action.Name, reply.Status, reply.Code));
            }

            var otherClient = await _api.EndUser.CallAsync(action.Name, [.. sample.Where(pair => pair.Name is not "ClientId"), ("ClientId", "client-2")]);
            var otherSession = await _api.EndUser.CallAsync(action.Name, [.. sample, ("SessionId", "another")]);
            Assert.Equal(("InvalidLoginToken", "InvalidLoginToken"), (otherClient.Code, otherSession.Code));
        }
    }

    [Fact]
    public async Task Answers_in_XML_to_those_who_ask_for_it()
    {
        var token = await _api.LogOnAsync();
        foreach (var action in EcdApi.Actions)
        {
            await EcdFleet.FillAsync(_api.Fleet);
            using var content = new FormUrlEncodedContent([
                new("Action", action.Name), new("Version", action.Version), new("Format", "xml"),
                .. ActionSamples.Of(action, token).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]);
            using var response = await _api.Api.Client.PostAsync(new Uri("/", UriKind.Relative), content);
            var xml = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync());

            Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            Assert.Equal(response.IsSuccessStatusCode ? $"{action.Name}Response" : "Error", xml.Root!.Name.LocalName);
            Assert.NotNull(xml.Root.Element("RequestId"));
        }
    }
}
