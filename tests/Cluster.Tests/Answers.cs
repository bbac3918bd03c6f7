using System.Net;

namespace Wuying.Cluster.Tests;

/// <summary>What an answer means to somebody who repeats his requests.</summary>
internal static class Answers
{
    /// <summary>The service says: not now, or perhaps done; repeat it with the same key.</summary>
    public static bool IsNotNow(this HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
