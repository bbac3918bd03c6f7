using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Regions;

/// <summary>Reads version numbers, and the word <c>latest</c>.</summary>
internal static class VersionReader
{
    public const string Latest = "latest";

    /// <summary>The version meant; null when it is no version number, or the catalogue is empty.</summary>
    public static ImageVersion? Resolve(Region region, string text) => text is Latest
        ? region.Latest?.Version
        : ImageVersion.TryParse(text, out var version) ? version : null;

    /// <summary>The catalogue's entry meant, or null.</summary>
    public static PublishedVersion? EntryOf(Region region, string text) => Resolve(region, text) is { } version
        ? region.Catalogue.FirstOrDefault(entry => entry.Version == version)
        : null;

    /// <summary>The version meant as a target of updates; null when the catalogue has no such version.</summary>
    public static UpdateTarget? TargetOf(Region region, string text) => Resolve(region, text) is { } version ? region.TargetOf(version) : null;

    public static ProblemHttpResult NotFound(Region region, string text) => RejectionProblems.Problem(
        RejectionCode.VersionNotFound,
        text is Latest ? $"The catalogue of {region.Id} is empty." : $"The catalogue of {region.Id} has no version {RouteIds.Shorten(text)}.");
}
