using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Fota;

/// <summary>The product's words about updates.</summary>
internal static class FotaWords
{
    /// <summary>End users are offered the version.</summary>
    public const string Pushed = "Running";

    /// <summary>They are not.</summary>
    public const string NotPushed = "Pending";

    /// <summary>What actions that answer for each of several things say of one that went well.</summary>
    public const string Success = "success";

    public static string Of(PushState state) => state is PushState.Pushing ? Pushed : NotPushed;
}
