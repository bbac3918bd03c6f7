using Orleans.Runtime.Services;

namespace Wuying.Simulation.Clock.Shared;

/// <summary>Speaks to the clocks of all silos of the cluster.</summary>
internal sealed class ClockMembers(IServiceProvider services, IClusterMembershipService membership, TimeProvider real)
    : GrainServiceClient<IClockMember>(services)
{
    private static readonly TimeSpan RecheckInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Asks every silo the same, and waits until all that are active have answered: one that does not is waited for until it
    /// does or the cluster has given it up. Silos that are joining are asked too, so that they begin at the right time, but not waited for.
    /// </summary>
    public async Task<IReadOnlyList<ClockReading>> AskAsync(Func<IClockMember, Task<ClockReading>> question)
    {
        var answers = new Dictionary<SiloAddress, Task<ClockReading>>();
        while (true)
        {
            foreach (var silo in Silos(SiloStatus.Joining, SiloStatus.Active).Where(silo => !answers.TryGetValue(silo, out var known) || HasFailed(known)))
            {
                answers[silo] = question(GetGrainService(silo));
            }

            var missing = Missing(answers);
            if (missing.Count > 0)
            {
                await ((Task)Task.WhenAll(missing)).WaitAsync(RecheckInterval, real).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                missing = Missing(answers);
            }

            if (missing.Count == 0)
            {
                return await Task.WhenAll(Silos(SiloStatus.Active).Select(silo => answers.GetValueOrDefault(silo)).OfType<Task<ClockReading>>()
                    .Where(answer => answer.IsCompletedSuccessfully));
            }

            if (missing.Any(HasFailed))
            {
                // A silo that died is refused at once, and known as dead a little later.
                await Task.Delay(RecheckInterval, real);
            }
        }
    }

    private static bool HasFailed(Task<ClockReading> answer) => answer.IsFaulted || answer.IsCanceled;

    private List<Task<ClockReading>> Missing(Dictionary<SiloAddress, Task<ClockReading>> answers) =>
        [.. Silos(SiloStatus.Active).Select(silo => answers.GetValueOrDefault(silo)).OfType<Task<ClockReading>>().Where(answer => !answer.IsCompletedSuccessfully)];

    private IEnumerable<SiloAddress> Silos(params SiloStatus[] statuses) =>
        membership.CurrentSnapshot.Members.Values.Where(member => statuses.Contains(member.Status)).Select(member => member.SiloAddress);
}
