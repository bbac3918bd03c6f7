using Wuying.Contracts.Answers;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

/// <summary>Events say who asked: the user, or who asked in the user's place.</summary>
public sealed class Asking_for_a_user : FleetTests
{
    [Theory]
    [InlineData(null, "user-of-ecd-1")]
    [InlineData("LTAI1", "LTAI1")]
    public async Task Is_recorded_under_who_asked(string? requestedBy, string expected)
    {
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var (computer, user) = (Fleet.Computer("ecd-1"), A.UserOf("ecd-1"));
        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion, push: true);
        await Fleet.Grains.GetGrain<Contracts.EndUsers.IEndUserGrain>(user.Value).LogOnAsync();
        var before = (await Fleet.EventsAsync())[^1].Sequence;

        Answer[] answers =
        [
            await computer.ConnectAsync(user, requestedBy),
            await computer.DisconnectAsync(user, requestedBy),
            await computer.AcceptUpdateAsync(new(user, TimeSpan.FromHours(4), Domain.Updates.StateAfterwards.AsBefore) { RequestedBy = requestedBy }),
            await computer.DeclineUpdateAsync(user, requestedBy),
        ];

        Assert.All(answers, answer => Assert.Null(answer.Rejection));
        var events = (await Fleet.EventsAsync()).Where(recorded => recorded.Sequence > before).ToArray();
        Assert.Equal(["userConnected", "userDisconnected", "offerAccepted", "offerDeclined"], events.Select(recorded => recorded.Event.Kind));
        Assert.All(events, recorded => Assert.Equal(expected, recorded.Event.RequestedBy));
    }
}
