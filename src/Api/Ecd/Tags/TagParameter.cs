using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Domain.Tags;

namespace Wuying.Api.Ecd.Tags;

internal sealed record TagParameter
{
    [Required, StringLength(TagRules.KeyLengthMax, MinimumLength = 1)]
    public string? Key { get; init; }

    [MayBeEmpty, StringLength(TagRules.ValueLengthMax)]
    public string? Value { get; init; }
}
