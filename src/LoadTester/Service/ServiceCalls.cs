using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wuying.LoadTester.Service;

/// <summary>The calls that scenarios cannot do without: what is not answered as it should be ends the scenario.</summary>
/// <param name="client">Sends them.</param>
/// <param name="keys">The keys of what is written.</param>
internal sealed class ServiceCalls(ServiceClient client, RequestKeys keys)
{
    private const int PageSize = 1_000;

    /// <summary>A night of a large fleet takes minutes.</summary>
    private static readonly TimeSpan AdvancePatience = TimeSpan.FromHours(6);

    /// <summary>Sends what has no shape of its own.</summary>
    public ServiceClient Client => client;

    /// <summary>The keys of what is written: one source for all of a run.</summary>
    public RequestKeys Keys => keys;

    public Task<ClockView> GetClockAsync(CancellationToken cancellationToken) =>
        ReadAsync(ServiceRequest.Get("clock", "/simulation/clock"), ServiceJsonContext.Default.ClockView, cancellationToken);

    /// <summary>Moves the clock; answers when it is there and all that was due is done.</summary>
    public Task<ClockView> AdvanceAsync(DateTimeOffset to, CancellationToken cancellationToken) => ReadAsync(
        ServiceRequest.Write(
            "advance", HttpMethod.Post, "/simulation/clock/advance", keys.Next(), new AdvanceClockBody(Instants.Text(to)), ServiceJsonContext.Default.AdvanceClockBody) with
        {
            Patience = AdvancePatience,
        },
        ServiceJsonContext.Default.ClockView,
        cancellationToken);

    public Task<RegionView> GetRegionAsync(string region, CancellationToken cancellationToken) =>
        ReadAsync(ServiceRequest.Get("region", $"/regions/{region}"), ServiceJsonContext.Default.RegionView, cancellationToken);

    public Task<RegionView> ChangeRegionAsync(string region, ChangeRegionBody change, CancellationToken cancellationToken) => ReadAsync(
        ServiceRequest.Write("change region", HttpMethod.Patch, $"/regions/{region}", keys.Next(), change, ServiceJsonContext.Default.ChangeRegionBody),
        ServiceJsonContext.Default.RegionView,
        cancellationToken);

    public IAsyncEnumerable<RegionView> ListRegionsAsync(CancellationToken cancellationToken) =>
        ListAsync("regions", "/regions?", ServiceJsonContext.Default.PageViewRegionView, cancellationToken);

    public IAsyncEnumerable<QuotaDayView> ListQuotasAsync(string region, string query, CancellationToken cancellationToken) =>
        ListAsync("quotas", $"/regions/{region}/quotas?{query}", ServiceJsonContext.Default.PageViewQuotaDayView, cancellationToken);

    public IAsyncEnumerable<VersionView> ListVersionsAsync(string region, CancellationToken cancellationToken) =>
        ListAsync("versions", $"/regions/{region}/versions?", ServiceJsonContext.Default.PageViewVersionView, cancellationToken);

    public IAsyncEnumerable<NotificationView> ListNotificationsAsync(string user, CancellationToken cancellationToken) =>
        ListAsync("notifications", $"/users/{user}/notifications?", ServiceJsonContext.Default.PageViewNotificationView, cancellationToken);

    public Task<VersionView> PublishAsync(string region, PublishVersionBody version, CancellationToken cancellationToken) => ReadAsync(
        ServiceRequest.Write(
            "publish", HttpMethod.Post, $"/regions/{region}/versions", keys.Next(), version, ServiceJsonContext.Default.PublishVersionBody),
        ServiceJsonContext.Default.VersionView,
        cancellationToken);

    /// <summary>Offers a version to all users of a region.</summary>
    public Task<OperationView> StartPushAsync(string region, string version, CancellationToken cancellationToken) => ReadAsync(
        ServiceRequest.Write("start push", HttpMethod.Post, $"/regions/{region}/versions/{version}/start-push", keys.Next()),
        ServiceJsonContext.Default.OperationView,
        cancellationToken);

    public Task<SummaryView> SummarizeAsync(string region, CancellationToken cancellationToken) =>
        ReadAsync(ServiceRequest.Get("summary", $"/fleet/summary?regionId={region}"), ServiceJsonContext.Default.SummaryView, cancellationToken);

    /// <summary>Asks for updates of all that a filter finds.</summary>
    public Task<OperationView> RequestUpdatesAsync(string region, RequestUpdatesBody request, CancellationToken cancellationToken) => ReadAsync(
        ServiceRequest.Write(
            "schedule all", HttpMethod.Post, $"/regions/{region}/updates", keys.Next(), request, ServiceJsonContext.Default.RequestUpdatesBody),
        ServiceJsonContext.Default.OperationView,
        cancellationToken);

    public Task<OperationView> GetOperationAsync(string operation, CancellationToken cancellationToken) =>
        ReadAsync(ServiceRequest.Get("operation", $"/operations/{operation}?limit=1"), ServiceJsonContext.Default.OperationView, cancellationToken);

    /// <summary>The updates of a day, page by page.</summary>
    public async IAsyncEnumerable<UpdatesOfDayView> ListUpdatesAsync(
        string region, string date, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = "";
        while (cursor is not null)
        {
            var request = ServiceRequest.Get("updates", $"/regions/{region}/updates?date={date}&limit={PageSize}&cursor={cursor}");
            var page = await ReadAsync(request, ServiceJsonContext.Default.UpdatesOfDayView, cancellationToken);
            yield return page;
            cursor = page.NextCursor;
        }
    }

    /// <summary>All computers of a region, in the order of their ids.</summary>
    public async IAsyncEnumerable<ComputerView> StreamComputersAsync(string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await client.Http.GetAsync(
            $"{ServiceClient.BasePath}/regions/{region}/computers?format=ndjson", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new ServiceException($"GET /regions/{region}/computers was answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var computers = JsonSerializer.DeserializeAsyncEnumerable(body, ServiceJsonContext.Default.ComputerView, topLevelValues: true, cancellationToken);
        await foreach (var computer in computers)
        {
            yield return computer ?? throw new ServiceException("A computer is null.");
        }
    }

    /// <summary>Sends a request that must succeed, and reads its answer.</summary>
    /// <exception cref="ServiceException">It did not.</exception>
    public async Task<T> ReadAsync<T>(ServiceRequest request, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(request, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw new ServiceException($"{request.Method} {request.Path} was answered: {answer.Sample}");
        }

        try
        {
            return answer.Read(shape);
        }
        catch (JsonException unreadable)
        {
            throw new ServiceException($"{request.Method} {request.Path} was answered something else than expected: {answer.Sample}", unreadable);
        }
    }

    private async IAsyncEnumerable<T> ListAsync<T>(
        string operation, string path, JsonTypeInfo<PageView<T>> shape, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = "";
        while (cursor is not null)
        {
            var page = await ReadAsync(ServiceRequest.Get(operation, $"{path}&cursor={cursor}"), shape, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            cursor = page.NextCursor;
        }
    }
}
