using System.Net.Http.Headers;
using System.Text.Json;
using Wuying.Api.Json;
using Wuying.Api.Paging;

namespace Wuying.Api.Access.Commands;

/// <summary>The keys of a service that runs.</summary>
internal sealed class ServiceKeys : IKeysPlace
{
    private const string Path = "/api/v1/access-keys";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client;

    public ServiceKeys(Uri url, AuthenticationHeaderValue? credentials)
    {
        _client = new HttpClient { BaseAddress = url, Timeout = Patience };
        _client.DefaultRequestHeaders.Authorization = credentials;
    }

    public string Shown => $"the service at {_client.BaseAddress}";

    public async Task<AccessKeyResponse> CreateAsync(CreateAccessKeyRequest wanted)
    {
        using var content = JsonContent.Create(wanted, options: ApiJson.Options);
        return await ReadAsync<AccessKeyResponse>(HttpMethod.Post, Path, content);
    }

    public async Task<IReadOnlyList<AccessKeyResponse>> ListAsync()
    {
        var all = new List<AccessKeyResponse>();
        string? cursor = null;
        do
        {
            var page = await ReadAsync<PageResponse<AccessKeyResponse>>(HttpMethod.Get, $"{Path}?limit={PageQuery.LimitMax}{(cursor is null ? "" : $"&cursor={cursor}")}");
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return all;
    }

    public async Task DisableAsync(string id)
    {
        using var answer = await SendAsync(HttpMethod.Delete, $"{Path}/{Uri.EscapeDataString(id)}", content: null);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> ReadAsync<T>(HttpMethod method, string path, HttpContent? content = null)
    {
        using var answer = await SendAsync(method, path, content);
        return await answer.Content.ReadFromJsonAsync<T>(ApiJson.Options) ?? throw new KeysFailedException($"{Shown} answered nothing.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        HttpResponseMessage answer;
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            answer = await _client.SendAsync(request);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            throw new KeysFailedException($"Nobody answers as {Shown}: {exception.Message} Say with --url where the service is that has the store open, or stop it.", exception);
        }

        if (!answer.IsSuccessStatusCode)
        {
            using (answer)
            {
                throw new KeysFailedException($"{Shown} refuses: {await ReasonAsync(answer)}");
            }
        }

        return answer;
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage answer)
    {
        var detail = $"{(int)answer.StatusCode}";
        try
        {
            detail = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not a service like this one.
        }

        return answer.StatusCode is System.Net.HttpStatusCode.Unauthorized
            ? $"{detail} Give an administrator's in the environment, as {KeyCredentials.IdVariable} and {KeyCredentials.SecretVariable}."
            : $"{detail}";
    }
}
