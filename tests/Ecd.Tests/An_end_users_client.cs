namespace Wuying.Ecd.Tests;

/// <summary>The packages without a key, as a client of an end user uses them: a password, then a token.</summary>
[Collection(nameof(With_all_packages))]
public sealed class An_end_users_client(ImportedFleet fleet)
{
    private const string Client = "client-1";
    private const string Region = RunningService.Region;

    [Theory]
    [InlineData("openapi-core")]
    [InlineData("openapi-core V1")]
    [InlineData("openapi-client")]
    public async Task Logs_on_sees_its_desktops_and_gets_a_ticket(string way)
    {
        var service = fleet.Service;
        await using var sdk = SdkProcess.Start(service.Api.Client.BaseAddress!);
        var desktop = (await new SdkClient(sdk, way, service.Key).AskAsync("DescribeDesktops", new { RegionId = Region, DesktopStatus = "Running", MaxResults = 100 }))
            .GetProperty("Desktops").EnumerateArray().First(each => each.GetProperty("EndUserIds").GetArrayLength() > 0 && each.GetProperty("Sessions").GetArrayLength() == 0);
        var (id, user) = (desktop.GetProperty("DesktopId").GetString()!, desktop.GetProperty("EndUserIds")[0].GetString()!);
        await service.SendAsync(HttpMethod.Put, $"users/{user}/password", new { password = "correct horse" });
        var client = new SdkClient(sdk, way, Key: null, SdkClient.EndUser);

        var refused = await client.FailAsync("GetLoginToken", new { RegionId = Region, ClientId = Client, EndUserId = user, Password = "wrong horse" });
        Assert.Equal(("InvalidPassword", 403), (refused.Code, refused.Status));
        var login = await client.AskAsync("GetLoginToken", new { RegionId = Region, ClientId = Client, CurrentStage = "ADPassword", EndUserId = user, Password = "correct horse" });
        var (token, session) = (login.GetProperty("LoginToken").GetString()!, login.GetProperty("SessionId").GetString()!);

        var own = await client.AskAsync("DescribeGlobalDesktops", new { ClientId = Client, LoginToken = token, SessionId = session, MaxResults = 500 });
        Assert.Contains(id, own.GetProperty("Desktops").EnumerateArray().Select(each => each.GetProperty("DesktopId").GetString()));

        var task = (await client.AskAsync("GetConnectionTicket", new { RegionId = Region, ClientId = Client, LoginToken = token, SessionId = session, DesktopId = id })).GetProperty("TaskId").GetString();
        var ticket = await client.AskAsync("GetConnectionTicket", new { RegionId = Region, ClientId = Client, LoginToken = token, SessionId = session, DesktopId = id, TaskId = task });
        Assert.Equal("FINISHED", ticket.GetProperty("TaskStatus").GetString());
        Assert.NotEmpty(ticket.GetProperty("Ticket").GetString()!);

        Assert.Equal("InvalidLoginToken", (await client.FailAsync("DescribeGlobalDesktops", new { ClientId = "another", LoginToken = token, SessionId = session })).Code);
    }
}
