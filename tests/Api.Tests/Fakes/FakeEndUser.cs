using System.Collections.Immutable;
using Wuying.Contracts.EndUsers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeEndUser(FakeFleet fleet, UserId id) : IEndUserGrain
{
    public ImmutableArray<RecordedNotification> Told { get; set; } = [];

    public long SeenThrough { get; set; }

    public Task<LogOn?> LogOnAsync() => GetNotificationsAsync();

    public Task<LogOn?> GetNotificationsAsync()
    {
        ImmutableArray<CloudComputer> computers =
            [.. fleet.Computers.Values.Select(fake => fake.Current).OfType<CloudComputer>().Where(computer => computer.AssignedUserIds.Contains(id))];
        return Task.FromResult(computers.IsEmpty && Told.IsEmpty ? null : new LogOn(Told, SeenThrough, computers));
    }
}
