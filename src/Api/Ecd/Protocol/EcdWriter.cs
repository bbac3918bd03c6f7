using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>Writes answers and errors as JSON, or as XML to those who ask for it.</summary>
internal static class EcdWriter
{
    private const string JsonType = "application/json;charset=utf-8";

    /// <summary>Clients read XML only under exactly this name.</summary>
    private const string XmlType = "text/xml;charset=utf-8";

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAnswerAsync(HttpContext context, bool isXml, string requestId, string action, object answer)
    {
        var members = JsonSerializer.SerializeToNode(answer, answer.GetType(), EcdJsonContext.Default)!.AsObject();
        members.Insert(0, "RequestId", requestId);
        return WriteAsync(context, isXml, $"{action}Response", members);
    }

    public static Task WriteErrorAsync(HttpContext context, bool isXml, string requestId, EcdError error)
    {
        context.Response.StatusCode = error.Status;
        if (error.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers[EcdHeaders.RetryAfter] = Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(context, isXml, "Error", new JsonObject
        {
            ["RequestId"] = requestId,
            ["HostId"] = context.Request.Host.Value,
            ["Code"] = error.Code,
            ["Message"] = error.Message,
            ["Recommend"] = $"https://api.aliyun.com/troubleshoot?q={Uri.EscapeDataString(error.Code)}&product=ecd&requestId={requestId}",
        });
    }

    private static Task WriteAsync(HttpContext context, bool isXml, string root, JsonObject members)
    {
        context.Response.ContentType = isXml ? XmlType : JsonType;
        var text = isXml ? XmlText.Of(root, members) : members.ToJsonString(Written);
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
