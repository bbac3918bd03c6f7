using System.Text.Json;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Runs;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Mornings;

/// <summary>What one user does after the other: log on, see what is offered and say something to it, connect, stay for a while, disconnect.</summary>
/// <param name="run">With what.</param>
/// <param name="stay">How long users stay.</param>
internal sealed class Morning(Run run, TimeSpan stay)
{
    /// <summary>Goes through a visit. Its first request was due at an instant, each other one when the one before was answered.</summary>
    public async Task GoAsync(Visit visit, Due due, CancellationToken cancellationToken)
    {
        var user = $"/users/{visit.User}";
        var logOn = ServiceRequest.Write("log on", HttpMethod.Post, $"{user}/log-on", run.Keys.Next());
        var shown = await run.Measured.SendAsync(logOn, due.At, cancellationToken);
        if (visit.Reply is { } reply && FindOffer(shown) is { } offered)
        {
            await SendAsync(RequestFor(reply, $"{user}/computers/{offered}"), cancellationToken);
        }

        var sessions = $"/computers/{visit.ComputerId}/sessions";
        var connect = ServiceRequest.Write("connect", HttpMethod.Post, sessions, run.Keys.Next(), new ConnectBody(visit.User), ServiceJsonContext.Default.ConnectBody);
        var connected = await SendAsync(connect, cancellationToken);
        if (connected.IsSuccess)
        {
            await Task.Delay(stay, run.Clock, cancellationToken);
            await SendAsync(ServiceRequest.Write("disconnect", HttpMethod.Delete, $"{sessions}/{visit.User}", run.Keys.Next()), cancellationToken);
        }
    }

    private static string? FindOffer(ServiceAnswer shown)
    {
        if (!shown.IsSuccess)
        {
            return null;
        }

        try
        {
            return shown.Read(ServiceJsonContext.Default.LogOnView).Computers.FirstOrDefault(computer => computer.PendingUpdate?.State is "offered")?.ComputerId;
        }
        catch (JsonException unreadable)
        {
            throw new ServiceException($"What a user was shown cannot be read: {shown.Sample}", unreadable);
        }
    }

    private ServiceRequest RequestFor(string reply, string computer) => reply switch
    {
        "decline" => ServiceRequest.Write("decline", HttpMethod.Post, $"{computer}/decline-update", run.Keys.Next()),
        _ => ServiceRequest.Write(
            reply is "now" ? "accept for now" : "accept for later",
            HttpMethod.Post,
            $"{computer}/accept-update",
            run.Keys.Next(),
            new AcceptUpdateBody(reply),
            ServiceJsonContext.Default.AcceptUpdateBody),
    };

    private Task<ServiceAnswer> SendAsync(ServiceRequest request, CancellationToken cancellationToken) =>
        run.Measured.SendAsync(request, run.Clock.GetTimestamp(), cancellationToken);
}
