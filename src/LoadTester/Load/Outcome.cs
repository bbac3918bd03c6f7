using System.Globalization;
using System.Text.Json;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Load;

/// <summary>What came of a request, in words to count.</summary>
/// <param name="Words">The words, and how often: one, or as many as there were computers.</param>
internal sealed record Outcome(IReadOnlyList<(string Word, long Count)> Words)
{
    private static readonly Outcome Done = new([("done", 1)]);

    /// <summary>What nobody expects: in brief, to count alike ones together, and as it is; null when all is well.</summary>
    public (string Gist, string Sample)? Error { get; init; }

    public bool IsError => Error is not null;

    /// <summary>Judges an answer. What the rule book refuses is an outcome like others.</summary>
    public static Outcome Of(ServiceRequest request, ServiceAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return request.IsForMany ? OfMany(answer) : Done;
        }

        return answer.IsRefusal
            ? new([($"refused: {answer.Code}", 1)])
            : Unexpected(((int)answer.Status).ToString(CultureInfo.InvariantCulture) + answer.Code, $"{request.Method} {request.Path}: {answer.Sample}");
    }

    /// <summary>True when a request about many computers is not settled for each of them.</summary>
    public static bool IsUnsettled(ServiceRequest request, ServiceAnswer answer) =>
        request.IsForMany && answer.IsSuccess && ReadMany(answer)?.Items.Any(item => item.Code is "OutcomeUnknown") is true;

    private static Outcome OfMany(ServiceAnswer answer) => ReadMany(answer) is not { } many
        ? Unexpected("unreadable", answer.Sample)
        : many.Items.FirstOrDefault(item => item.Code is "OutcomeUnknown") is { } unknown
            ? Unexpected("OutcomeUnknown", $"{unknown.ComputerId}: it stayed unknown what came of the request, however often it was repeated")
            : new([.. many.Items
                .GroupBy(item => item.Code is null ? item.Outcome ?? "unanswered" : $"refused: {item.Code}", StringComparer.Ordinal)
                .Select(group => (group.Key, (long)group.Count()))]);

    private static Outcome Unexpected(string gist, string sample) => new([("error", 1)]) { Error = (gist, sample) };

    private static BulkAnswersView? ReadMany(ServiceAnswer answer)
    {
        try
        {
            return answer.Read(ServiceJsonContext.Default.BulkAnswersView);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
