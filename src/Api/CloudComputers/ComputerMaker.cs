using Microsoft.Extensions.Options;
using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Api.Updates;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;

namespace Wuying.Api.CloudComputers;

/// <summary>Makes computers from an image, a wave at a time.</summary>
internal sealed class ComputerMaker(Cluster cluster, IOptions<WaveOptions> waves)
{
    /// <summary>Asks for computers whose ids are new.</summary>
    /// <returns>One entry a computer, in order.</returns>
    public async Task<BulkAnswerResponse[]> MakeAsync(IReadOnlyList<CloudComputer> wanted, CustomImage image, string requestedBy)
    {
        // Computers carry the id of an image that callers see.
        var from = image with { Id = ImageKeys.PublicIdOf(image) };
        var items = new List<BulkAnswerResponse>(wanted.Count);
        foreach (var wave in wanted.Chunk(waves.Value.UpdateWaveSize))
        {
            items.AddRange(await Task.WhenAll(wave.Select(async computer =>
                (await cluster.Computer(computer.Id).CreateAsync(computer, from, requestedBy)).ToResponse(computer.Id))));
        }

        return [.. items];
    }
}
