using System.Globalization;

namespace Wuying.LoadTester.Mixes;

/// <summary>How often each kind of request comes, relative to the others.</summary>
internal sealed record Weights(IReadOnlyDictionary<MixedKind, int> Of)
{
    private const int WeightMax = 1_000_000;

    /// <summary>Mostly looking, as people do.</summary>
    public static Weights Default { get; } = new(new Dictionary<MixedKind, int>
    {
        [MixedKind.Read] = 40,
        [MixedKind.List] = 12,
        [MixedKind.Summary] = 3,
        [MixedKind.Quotas] = 5,
        [MixedKind.Schedule] = 15,
        [MixedKind.Change] = 8,
        [MixedKind.Cancel] = 5,
        [MixedKind.Connect] = 12,
    });

    /// <summary>Reads <c>read=40,schedule=10</c>. What is not named does not come.</summary>
    /// <returns>The weights, or what is wrong.</returns>
    public static (Weights? Weights, string? Error) Parse(string text)
    {
        var weights = new Dictionary<MixedKind, int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var name, var number] || !Enum.TryParse<MixedKind>(name, ignoreCase: true, out var kind)
                || !Enum.IsDefined(kind) || kind is MixedKind.Unspecified || char.IsAsciiDigit(name[0]))
            {
                return (null, $"'{part}' is no KIND=NUMBER; the kinds are {Kinds}.");
            }

            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) || weight > WeightMax)
            {
                return (null, $"'{number}' is no weight; 0 to {WeightMax.ToString("N0", CultureInfo.InvariantCulture)}.");
            }

            if (!weights.TryAdd(kind, weight))
            {
                return (null, $"{name} is given twice.");
            }
        }

        return weights.Values.Sum(weight => (long)weight) > 0 ? (new Weights(weights), null) : (null, "At least one weight must be more than 0.");
    }

    /// <summary>A kind by chance.</summary>
    public MixedKind Draw(Random chance)
    {
        var left = chance.NextInt64(Of.Values.Sum(weight => (long)weight));
        foreach (var kind in Enum.GetValues<MixedKind>())
        {
            left -= Of.GetValueOrDefault(kind);
            if (left < 0)
            {
                return kind;
            }
        }

        throw new InvalidOperationException("The weights have no sum.");
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() =>
        string.Join(',', Enum.GetValues<MixedKind>().Where(kind => Of.GetValueOrDefault(kind) > 0).Select(kind => $"{NameOf(kind)}={Of[kind].ToString(CultureInfo.InvariantCulture)}"));

    private static string Kinds => string.Join(", ", Enum.GetValues<MixedKind>().Where(kind => kind is not MixedKind.Unspecified).Select(NameOf));

    private static string NameOf(MixedKind kind) => kind.ToString().ToLowerInvariant();
}
