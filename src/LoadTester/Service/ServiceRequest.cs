using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wuying.LoadTester.Service;

/// <summary>One request, as often as it may have to be sent.</summary>
/// <param name="Operation">What it is called in reports, e.g. <c>log on</c>.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">What stands behind <c>/api/v1</c>.</param>
internal sealed record ServiceRequest(string Operation, HttpMethod Method, string Path)
{
    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Under which key the service keeps its answer; null for reads.</summary>
    public string? Key { get; init; }

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>True when it is about named computers, and answered for each.</summary>
    public bool IsForMany { get; init; }

    /// <summary>A read.</summary>
    public static ServiceRequest Get(string operation, string path) => new(operation, HttpMethod.Get, path);

    /// <summary>A write without a body.</summary>
    public static ServiceRequest Write(string operation, HttpMethod method, string path, string key) => new(operation, method, path) { Key = key };

    /// <summary>A write with a body.</summary>
    public static ServiceRequest Write<T>(string operation, HttpMethod method, string path, string key, T body, JsonTypeInfo<T> shape) =>
        new(operation, method, path) { Key = key, Body = JsonSerializer.SerializeToUtf8Bytes(body, shape) };
}
