namespace Wuying.Api.Ecd.Tags;

/// <summary>What can be tagged.</summary>
internal static class ResourceTypes
{
    public const string Desktop = "ALIYUN::GWS::INSTANCE";
}
