using System.Globalization;
using System.Text.Json;
using Wuying.LoadTester.Runs;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Provisioning;

/// <summary>Makes a fleet by one import. Making the same fleet again changes nothing.</summary>
internal static class FleetMaker
{
    /// <summary>Makes it.</summary>
    /// <param name="run">With what.</param>
    /// <param name="plan">The fleet.</param>
    /// <param name="stop">Breaks off.</param>
    public static async Task<ImportView> MakeAsync(Run run, FleetPlan plan, CancellationToken stop)
    {
        var step = run.Board.Begin("import", "computers", plan.Computers);
        var startedAt = run.Clock.GetTimestamp();
        var import = await ImportAsync(run.Calls, new FleetContent(plan, sent => step.Done = sent), stop);
        step.End();
        var seconds = run.Clock.GetElapsedTime(startedAt).TotalSeconds;
        run.Result.Figures.AddRange(
        [
            new Figure("computers imported", import.Computers.Accepted, "computers", Origin.Measured),
            new Figure("computers known already", import.Computers.Unchanged, "computers", Origin.Measured),
            new Figure("import", seconds, "s", Origin.Measured),
            new Figure("imported", import.Computers.Read / seconds, "computers/s", Origin.Measured),
        ]);
        if (import.ErrorsTotal > 0 || !import.Complete || import.Computers.Read != plan.Computers)
        {
            run.Result.Problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The import took {import.Computers.Accepted + import.Computers.Unchanged:N0} of {plan.Computers:N0} computers: {import.ErrorsTotal:N0} errors{(import.Errors is [var first, ..] ? $", the first in line {first.Line}: {first.Message}" : "")}"));
        }

        return import;
    }

    private static async Task<ImportView> ImportAsync(ServiceCalls calls, FleetContent fleet, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ServiceClient.BasePath + "/fleet/import") { Content = fleet };
        try
        {
            using var answer = await calls.Client.Http.SendAsync(request, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            return answer.IsSuccessStatusCode && JsonSerializer.Deserialize(text, ServiceJsonContext.Default.ImportView) is { } import
                ? import
                : throw new ServiceException($"The import was answered: {(int)answer.StatusCode} {text}");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            throw new ServiceException($"The import broke off: {exception.Message} The same command again goes on where it ended.", exception);
        }
    }
}
