using Wuying.Api.Ecd.Client;
using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Fota;
using Wuying.Api.Ecd.Images;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Regions;
using Wuying.Api.Ecd.Sessions;
using Wuying.Api.Ecd.Snapshots;
using Wuying.Api.Ecd.Tags;

namespace Wuying.Api.Ecd;

/// <summary>All actions that there are.</summary>
internal static class EcdActions
{
    public static EcdActionTable Table { get; } = Make();

    private static EcdActionTable Make()
    {
        var actions = new EcdActionTable();
        actions.MapRegions();
        actions.MapImagesToRead();
        actions.MapImagesToWrite();
        actions.MapDesktopsToRead();
        actions.MapDesktopsToWrite();
        actions.MapFota();
        actions.MapFotaSchedules();
        actions.MapFotaOfRegions();
        actions.MapSnapshots();
        actions.MapSessions();
        actions.MapTickets();
        actions.MapTags();
        actions.MapLogins();
        actions.MapResources();
        actions.MapClientDesktops();
        return actions;
    }
}
