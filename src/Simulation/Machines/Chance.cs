using System.IO.Hashing;
using System.Text;

namespace Wuying.Simulation.Machines;

/// <summary>Chance without memory: a draw depends on the seed and on what it is for, never on what was drawn before. So the order in which a busy cluster asks does not matter.</summary>
internal static class Chance
{
    /// <summary>A number from 0 up to 1, always the same for the same seed, subject and purpose.</summary>
    public static double Draw(long seed, string subject, string purpose)
    {
        Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(subject.Length + purpose.Length + 1)];
        var length = Encoding.UTF8.GetBytes(subject, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(purpose, text[length..]);
        return (XxHash3.HashToUInt64(text[..length], seed) >> 11) * (1.0 / (1UL << 53));
    }
}
