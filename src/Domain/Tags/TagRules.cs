using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Domain.Tags;

/// <summary>Tags: what callers note on a computer to find it by.</summary>
public static class TagRules
{
    /// <summary>The most tags of one computer.</summary>
    public const int TagsMax = 20;

    /// <summary>The longest key, in characters; a key has at least one.</summary>
    public const int KeyLengthMax = 128;

    /// <summary>The longest value, in characters; a value may be empty.</summary>
    public const int ValueLengthMax = 128;

    private static readonly string[] ReservedStarts = ["aliyun", "acs:"];
    private static readonly string[] AddressStarts = ["http://", "https://"];

    /// <summary>Changes a computer's tags; a change that leaves them as they are is success.</summary>
    public static Decision<CloudComputerEvent> Change(CloudComputer computer, TagChange change, DateTimeOffset now)
    {
        if (computer.Status is CloudComputerStatus.Deleted)
        {
            return Decision<CloudComputerEvent>.Reject(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted.");
        }

        if (change.Set.Select(WhyNot).FirstOrDefault(why => why is not null) is { } mistake)
        {
            return Decision<CloudComputerEvent>.Reject(RejectionCode.InvalidRequest, mistake);
        }

        var kept = change.RemovesAll ? [] : computer.Tags.Where(tag => !change.Removed.Contains(tag.Key));
        var tags = Merge(kept.Concat(change.Set));
        if (tags.Length > TagsMax)
        {
            return Decision<CloudComputerEvent>.Reject(
                RejectionCode.InvalidRequest, $"A computer has at most {TagsMax} tags; {computer.Id} would have {tags.Length}.");
        }

        return tags.SequenceEqual(computer.Tags)
            ? Decision<CloudComputerEvent>.Unchanged
            : Decision<CloudComputerEvent>.Accept(new ComputerTagged(now, tags));
    }

    /// <summary>Tags as a computer keeps them: sorted by key, each key once; of several with one key the last counts.</summary>
    public static ImmutableArray<Tag> Merge(IEnumerable<Tag> tags) =>
        tags.GroupBy(tag => tag.Key, StringComparer.Ordinal).Select(same => same.Last()).OrderBy(tag => tag.Key, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>What is wrong with a tag; null when nothing is.</summary>
    public static string? WhyNot(Tag tag) => tag switch
    {
        { Key.Length: 0 or > KeyLengthMax } => $"A tag's key has 1 to {KeyLengthMax} characters.",
        { Value.Length: > ValueLengthMax } => $"A tag's value has at most {ValueLengthMax} characters.",
        _ when ReservedStarts.Any(start => tag.Key.StartsWith(start, StringComparison.OrdinalIgnoreCase)) =>
            $"A tag's key does not begin with {string.Join(" or ", ReservedStarts)}.",
        _ when AddressStarts.Any(start => tag.Key.Contains(start, StringComparison.OrdinalIgnoreCase) || tag.Value.Contains(start, StringComparison.OrdinalIgnoreCase)) =>
            $"A tag holds no {string.Join(" or ", AddressStarts)}.",
        _ when tag.Key.Any(char.IsControl) || tag.Value.Any(char.IsControl) => "A tag holds no control characters.",
        _ => null,
    };
}
