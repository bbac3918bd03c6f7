using System.Security.Cryptography;
using System.Text;
using Wuying.Api.Json;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;

namespace Wuying.Api.Fleet.Import;

/// <summary>A stable hash of what a row tells: the same row again changes nothing, whatever happened to the computer since.</summary>
internal static class ImportFingerprint
{
    private const int Length = 32;

    /// <summary>Hashes what a row tells. No id or name that passes the checks makes another row look the same: names come last, one a line.</summary>
    /// <param name="computer">The computer as the row tells it.</param>
    /// <param name="sessionSince">Since when the row says that its user is connected.</param>
    /// <param name="more">What else an export tells of it, as text; null for a plain computer.</param>
    public static CloudComputer WithFingerprint(this CloudComputer computer, DateTimeOffset? sessionSince, string? more = null)
    {
        // No id has a space in it: what begins like this tells of tags.
        var facts = new StringBuilder()
            .AppendJoin(string.Empty, computer.Tags.Select(tag => $"tag {tag.Key.Length} {tag.Value.Length} {tag.Key}{tag.Value}\n"))
            .Append(computer.Id).Append('\n')
            .Append(computer.RegionId).Append('\n')
            .Append(computer.ImageId).Append('\n')
            .Append(Words<ImageType>.Of(computer.ImageType)).Append('\n')
            .Append(computer.CurrentVersion).Append('\n')
            .Append(Words<CloudComputerStatus>.Of(computer.Status)).Append('\n')
            .Append(computer.Session?.UserId).Append('\n')
            .Append(sessionSince is { } since ? InstantConverter.Format(since) : string.Empty).Append('\n')
            .AppendJoin(' ', computer.AssignedUserIds).Append('\n')
            .Append(computer.UsesOutdatedImage ? '1' : '0').Append('\n')
            .Append(computer.OfficeNetworkId.Length).Append(' ').Append(computer.OfficeNetworkId).Append('\n')
            .Append(computer.Name)
            .Append(more is null ? null : $"\n{more}");
        return computer with { ImportFingerprint = Of(facts.ToString()) };
    }

    /// <summary>The hash of a text.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
