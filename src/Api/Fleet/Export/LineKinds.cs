namespace Wuying.Api.Fleet.Export;

/// <summary>What a line of an export is about, as its member <c>kind</c> says. A computer's line has none.</summary>
internal static class LineKinds
{
    public const string Region = "region";

    public const string Version = "version";

    public const string Image = "image";
}
