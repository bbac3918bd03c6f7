using System.Text.Json.Nodes;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>What exists in the fleet that bad input is tried on, and what else is right, by name.</summary>
internal static class GoodValues
{
    public const string Computer = "ecd-1";
    public const string Image = "m-1";
    public const string User = "alice";

    /// <summary>A parameter's good value; those nobody knows get one that is spelled well.</summary>
    public static string OfParameter(string name) => name switch
    {
        "computerId" => Computer,
        "imageId" => Image,
        "regionId" => "cn-hangzhou",
        "userId" => User,
        "version" => "latest",
        _ => "x-1",
    };

    /// <summary>A member's good value; null where any of its kind will do.</summary>
    public static JsonNode? OfMember(string name) => name switch
    {
        "by" => "PT1S",
        "computerIds" => new JsonArray(Computer),
        "imageId" => Image,
        "method" => "immediate",
        "password" => "long enough",
        "releaseNotes" => new JsonObject { ["en"] = "a", ["zh"] = "b" },
        "role" => "viewer",
        "type" => "custom",
        "userId" => User,
        "version" => Samples.NewerVersion,
        "when" => "now",
        _ => null,
    };
}
