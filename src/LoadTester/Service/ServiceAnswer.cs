using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wuying.LoadTester.Service;

/// <summary>What came back.</summary>
/// <param name="Status">The status; 0 when nothing came back.</param>
/// <param name="Body">The body.</param>
internal sealed record ServiceAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    private const int SampleMax = 300;

    /// <summary>Why nothing came back; null when something did.</summary>
    public string? Failure { get; init; }

    /// <summary>When the service wants to be asked again; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often it had to be sent again before this answer.</summary>
    public int Repeats { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The rule book's word for a refusal; null when there is none.</summary>
    public string? Code => IsSuccess || Body.IsEmpty ? null : FindCode();

    /// <summary>True when the same request may be answered otherwise soon: the service cannot work at the moment, or works on it already.</summary>
    public bool IsNotNow => Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests
        || (Status is HttpStatusCode.Conflict && RetryAfter is not null);

    /// <summary>True when the rule book forbids what was asked: an outcome like others.</summary>
    public bool IsRefusal => Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity && Code is not null;

    /// <summary>It for people, shortened.</summary>
    public string Sample
    {
        get
        {
            if (Failure is not null)
            {
                return Failure;
            }

            var text = Encoding.UTF8.GetString(Body.Span);
            return $"{(int)Status} {(text.Length <= SampleMax ? text : text[..SampleMax] + "…")}";
        }
    }

    /// <summary>Reads the body.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public T Read<T>(JsonTypeInfo<T> shape) => JsonSerializer.Deserialize(Body.Span, shape) ?? throw new JsonException("The answer is null.");

    private string? FindCode()
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, ServiceJsonContext.Default.ProblemView)?.Code;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
