using System.Net.Http.Headers;
using System.Net;
using System.Text.Json;
using System.Text;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Api.Tests.Http.BadInput;
using Wuying.Domain.Access;
using Wuying.Harness;

namespace Wuying.Api.Tests.Access;

/// <summary>Every route that runs, by every kind of caller: exactly those get through whom the documentation names, and the others change nothing.</summary>
public sealed class The_authorization_matrix : IAsyncLifetime
{
    // What lists, counts and streams show of the one region that has something.
    private static readonly string[] Traces = [SampleFleet.Here, "\"total\":1"];

    private static readonly TestKey Wrong = new("LTAInobody", "nothing");

    private readonly List<string> _faults = [];
    private TestApi _api = null!;
    private TestKey _administrator = null!;
    private (string Who, TestKey? Key, Func<AccessRow, Outcome> Expected)[] _callers = [];

    // Those who may not come first: what they do must leave everything as it is.
    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _administrator = await _api.MakeKeyAsync(Role.Administrator);
        var disabled = await _api.MakeKeyAsync(Role.Administrator);
        await _api.Fleet.Access.DisableKeyAsync(disabled.Id, "test");
        _callers =
        [
            ("no key", null, OfNobody),
            ("a wrong secret", Wrong, OfNobody),
            ("the secret of another key", _administrator with { Secret = disabled.Secret }, OfNobody),
            ("a disabled key", disabled, OfNobody),
            ("an administrator of another region", await _api.MakeKeyAsync(Role.Administrator, SampleFleet.Elsewhere), OfOtherRegion),
            ("a viewer", await _api.MakeKeyAsync(Role.Viewer), row => OfRole(row, Role.Viewer)),
            ("an operator", await _api.MakeKeyAsync(Role.Operator), row => OfRole(row, Role.Operator)),
            ("an administrator of this region and another", await _api.MakeKeyAsync(Role.Administrator, SampleFleet.Elsewhere, SampleFleet.Here), OfSomeRegions),
            ("an administrator", _administrator, row => OfRole(row, Role.Administrator)),
        ];
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Lets_exactly_those_in_whom_the_documentation_names()
    {
        var rows = AccessRow.ReadAll().ToDictionary(row => row.Route, StringComparer.Ordinal);
        var described = new ApiRoutes((await _api.SendAsync("GET", "/openapi/v1.json")).Body).Read().ToDictionary(route => route.ToString(), StringComparer.Ordinal);
        var names = _api.Endpoints.Select(RouteAccessTable.NameOf).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var name in names)
        {
            if (rows.TryGetValue(name, out var row))
            {
                await (row.OfOtherRegions is AccessRow.AsksItself ? Task.CompletedTask : TryAsync(row, described.GetValueOrDefault(name)));
            }
            else
            {
                _faults.Add($"{name} is in no table");
            }
        }

        Assert.True(names.Length > 60);
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private async Task TryAsync(AccessRow row, ApiRoute? described)
    {
        foreach (var (who, key, expectedOf) in _callers)
        {
            // What one has deleted is there again for the next.
            await SampleFleet.FillAsync(_api.Fleet);
            var (before, expected) = (StateOf(_api.Fleet), expectedOf(row));
            var (outcome, said) = await AskAsync(row, described, key);
            if (outcome != expected && !(expected is Outcome.Nothing && outcome is Outcome.NotThere))
            {
                _faults.Add($"{row.Route} by {who}: {outcome}, expected {expected}: {said}");
            }

            if (expected is not Outcome.Through && !Equals(before, StateOf(_api.Fleet)))
            {
                _faults.Add($"{row.Route} by {who}: something has changed");
            }
        }
    }

    private static Outcome OfNobody(AccessRow row) => row.LeastRole is null ? Outcome.Through : Outcome.Unknown;

    private static Outcome OfRole(AccessRow row, Role role) => row.LeastRole is null || row.LeastRole <= role ? Outcome.Through : Outcome.Refused;

    private static Outcome OfSomeRegions(AccessRow row) => row.OfOtherRegions is AccessRow.NeedsAll ? Outcome.Refused : Outcome.Through;

    private static Outcome OfOtherRegion(AccessRow row) => row.OfOtherRegions switch
    {
        AccessRow.Refused or AccessRow.NeedsAll => Outcome.Refused,
        AccessRow.NotThere => Outcome.NotThere,
        AccessRow.Filtered => Outcome.Nothing,
        _ => Outcome.Through,
    };

    private async Task<(Outcome Outcome, string Said)> AskAsync(AccessRow row, ApiRoute? described, TestKey? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Route.Split(' ')[0].Replace("*", "GET", StringComparison.Ordinal)), PathOf(row, described));
        request.Headers.Authorization = key?.ToHeader();
        if (described?.Body is { } body)
        {
            // Whoever begins a session says in the body who it is.
            var json = row.Route is "POST /api/v1/session" ? $$"""{"accessKeyId":"{{_administrator.Id}}","accessKeySecret":"{{_administrator.Secret}}"}""" : body.Good.ToJsonString();
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await _api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var said = response.Content.Headers.ContentType?.MediaType is "text/event-stream" ? await FirstOfAsync(response) : await response.Content.ReadAsStringAsync();
        return (OutcomeOf(row, response, said), said);
    }

    private static Outcome OutcomeOf(AccessRow row, HttpResponseMessage response, string said)
    {
        var code = response.IsSuccessStatusCode || !said.StartsWith('{') ? null : JsonElement.Parse(said).GetProperty("code").GetString();
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when code is AccessProblems.NotAuthenticated && response.Headers.WwwAuthenticate.Count > 0 => Outcome.Unknown,
            HttpStatusCode.Forbidden when code is AccessProblems.NotAllowed => Outcome.Refused,
            HttpStatusCode.NotFound when code is "ComputerNotFound" or "ImageNotFound" or "UserNotFound" || said.Contains("No operation has this id", StringComparison.Ordinal) => Outcome.NotThere,
            < HttpStatusCode.BadRequest when row.OfOtherRegions is AccessRow.Filtered && !Traces.Any(trace => said.Contains(trace, StringComparison.Ordinal)) => Outcome.Nothing,
            < HttpStatusCode.InternalServerError when code is not (AccessProblems.NotAuthenticated or AccessProblems.NotAllowed or AccessProblems.TooManyRequests) => Outcome.Through,
            _ => Outcome.Failed,
        };
    }

    // Up to the first event, or the first sign that there is none for this reader.
    private static async Task<string> FirstOfAsync(HttpResponseMessage response)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var said = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.StartsWith("data:", StringComparison.Ordinal) || line.StartsWith(':'))
            {
                break;
            }
        }

        return said.ToString();
    }

    private static string PathOf(AccessRow row, ApiRoute? described)
    {
        var path = described?.PathWith() ?? row.Route.Split(' ')[1].Replace("{documentName?}", "", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal);
        return path.EndsWith("/stream", StringComparison.Ordinal) ? $"{path}?after=0" : path;
    }

    private static (object?, object?, object?, string?, long, object, int) StateOf(FakeFleet fleet) => (
        fleet.Computers[GoodValues.Computer].Current,
        fleet.Images[GoodValues.Image].Current,
        fleet.Regions[SampleFleet.Here].Current,
        fleet.Passwords.GetValueOrDefault(GoodValues.User)?.Hash,
        fleet.Access.Directory.Revision,
        fleet.Machines.Settings,
        fleet.SimulatedFleet.Asked.Count);

    private enum Outcome
    {
        Failed,
        Through,
        Nothing,
        NotThere,
        Refused,
        Unknown,
    }
}
