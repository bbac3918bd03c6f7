using System.Globalization;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;
using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Ecd.Desktops;

/// <summary>Asks several desktops the same, where the product has one answer for all of them.</summary>
internal static class EachDesktop
{
    /// <summary>Asks them, once it is known that all are there.</summary>
    /// <returns>The first refusal, if any; it says how many took the call all the same.</returns>
    public static async Task<EcdResult<EmptyAnswer>> AskAsync(IReadOnlyList<string> ids, EcdCall call, Func<ICloudComputerGrain, Task<Answer>> ask)
    {
        var (computers, missing) = await FindAllAsync(ids, call);
        if (missing is not null)
        {
            return missing;
        }

        var answers = await Task.WhenAll(computers.Select(computer => ask(call.Cluster.Computer(computer.Id))));
        if (answers.FirstOrDefault(answer => answer.Rejection is not null)?.Rejection is not { } refused)
        {
            return EmptyAnswer.Done;
        }

        var first = computers[Array.FindIndex(answers, answer => answer.Rejection is not null)];
        var error = refused.ToError(await call.Cluster.Computer(first.Id).GetAsync());
        return computers.Count == 1 ? error : error with
        {
            Message = string.Create(CultureInfo.InvariantCulture, $"{error.Message} {answers.Count(answer => answer.Rejection is null)} of {answers.Length} desktops took the call."),
        };
    }

    /// <summary>The desktops, or which one is not there.</summary>
    public static async Task<(IReadOnlyList<CloudComputer> Computers, EcdError? Error)> FindAllAsync(IReadOnlyList<string> ids, EcdCall call)
    {
        var distinct = ids.Distinct(StringComparer.Ordinal).ToArray();
        var found = await Task.WhenAll(distinct.Select(call.FindComputerAsync));
        var missing = Array.IndexOf(found, null);
        return missing < 0 ? ([.. found.OfType<CloudComputer>()], null) : ([], EcdRejections.DesktopNotFound(distinct[missing]));
    }
}
