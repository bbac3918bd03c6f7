using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Load;

/// <summary>Sends requests and counts what comes of them.</summary>
/// <param name="client">Sends.</param>
/// <param name="recorder">Counts.</param>
internal sealed class MeasuredClient(ServiceClient client, LoadRecorder recorder)
{
    /// <summary>Sends a request that was to begin at an instant; how long it took counts from then, its repeats included.</summary>
    public async Task<ServiceAnswer> SendAsync(ServiceRequest request, long intendedAt, CancellationToken cancellationToken)
    {
        recorder.Begin();
        var answer = await client.SendAsync(request, cancellationToken, success => Outcome.IsUnsettled(request, success));
        recorder.Answer(request.Operation, intendedAt, Outcome.Of(request, answer));
        return answer;
    }
}
