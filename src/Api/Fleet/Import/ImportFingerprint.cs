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

    // No id or name that passes the checks makes another row look the same: names come last, one a line.
    public static CloudComputer WithFingerprint(this CloudComputer computer, DateTimeOffset? sessionSince)
    {
        var facts = new StringBuilder()
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
            .Append(computer.Name);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString()));
        return computer with { ImportFingerprint = Convert.ToHexStringLower(hash)[..Length] };
    }
}
