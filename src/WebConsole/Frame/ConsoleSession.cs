using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Simulation;

namespace Wuying.WebConsole.Frame;

/// <summary>What all pages of one browser window share: who looks, at which region, since when. One a circuit.</summary>
public sealed class ConsoleSession(
    FleetGrains fleet,
    ClockWatch clock,
    IConsoleAccess access,
    NavigationManager navigation,
    AuthenticationStateProvider authentication,
    BrowserMemory memory)
{
    private const string RegionParameter = "region";

    /// <summary>Told when another region is looked at, or somebody else looks.</summary>
    public event Func<Task>? Changed;

    /// <summary>True once everything below is known.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Who looks; null when they have to sign in first.</summary>
    public ConsoleCaller? Caller { get; private set; }

    /// <summary>The regions that the caller may see, by id.</summary>
    public ImmutableArray<Region> Regions { get; private set; } = [];

    /// <summary>The region looked at.</summary>
    public RegionId Region { get; private set; }

    /// <summary>Its local days and times.</summary>
    public UpdateWindowCalendar Calendar => ProductRegion.CalendarOf(Region);

    /// <summary>The service's clock as last seen; never the system's.</summary>
    public ClockView? Clock => clock.Latest;

    /// <summary>Learns everything. Repeatable: what failed is tried again.</summary>
    public async Task OpenAsync(string? rememberedRegion)
    {
        Caller = await FindCallerAsync();
        if (Caller is { } caller)
        {
            Regions = [.. (await fleet.Queries.ListRegionsAsync()).Where(region => caller.Sees(region.Id))];
            await clock.LookAsync();
            Region = await ChooseRegionAsync(rememberedRegion);
        }

        IsReady = true;
    }

    /// <summary>Looks at another region, at the same page.</summary>
    public async Task LookAtAsync(RegionId region)
    {
        if (region == Region || Regions.All(known => known.Id != region))
        {
            return;
        }

        Region = region;
        await memory.RememberAsync(RegionParameter, region.Value);
        navigation.NavigateTo(navigation.GetUriWithQueryParameter(RegionParameter, region.Value), replace: true);
        await (Changed?.Invoke() ?? Task.CompletedTask);
    }

    /// <summary>Asks again whether the caller may: a key may have been disabled since.</summary>
    public async Task<bool> MayAsync(ConsoleDeed deed, RegionId? region = null)
    {
        Caller = await FindCallerAsync();
        return Caller?.May(deed, region) is true;
    }

    /// <summary>An address with the region in it, so that it shows the same to whoever is sent it.</summary>
    public string AddressOf(string path) => $"{path}?{RegionParameter}={Region.Value}";

    /// <summary>How much of a span of time has passed, in percent.</summary>
    public int PercentOf(DateTimeOffset from, DateTimeOffset to) =>
        Clock is not { } clock || to <= from ? 0 : (int)Math.Clamp((clock.Now - from) / (to - from) * 100, 0, 99);

    private async Task<ConsoleCaller?> FindCallerAsync() =>
        await access.FindCallerAsync((await authentication.GetAuthenticationStateAsync()).User);

    // The address says it, or the browser remembers it, or it is the first where there is something to see.
    private async Task<RegionId> ChooseRegionAsync(string? remembered)
    {
        var asked = QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).GetValueOrDefault(RegionParameter).ToString();
        var known = Regions.FirstOrDefault(region => region.Id.Value == asked) ?? Regions.FirstOrDefault(region => region.Id.Value == remembered);
        if (known is not null)
        {
            return known.Id;
        }

        foreach (var region in Regions)
        {
            if (!(await fleet.Queries.ListComputersAsync(new ComputerFilter { RegionId = region.Id }, null, 1)).Items.IsEmpty)
            {
                return region.Id;
            }
        }

        return Regions.FirstOrDefault()?.Id ?? ProductRegion.All[0].Id;
    }
}
