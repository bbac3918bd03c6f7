namespace Wuying.Api.Ecd.Snapshots;

/// <summary>The product's words about snapshots.</summary>
internal static class SnapshotWords
{
    public static string TypeOf(SnapshotView snapshot) => snapshot.IsAutomatic ? "AUTO" : "USER";

    public static string StatusOf(SnapshotView snapshot) => snapshot.EndsAt is null ? "ACCOMPLISHED" : "PROGRESSING";

    public static string? ProgressOf(SnapshotView snapshot) => snapshot.EndsAt is null ? "100%" : null;

    public static int? RemainTimeOf(SnapshotView snapshot, DateTimeOffset now) =>
        snapshot.EndsAt is { } end ? (int)Math.Max(0, (end - now).TotalSeconds) : null;
}
