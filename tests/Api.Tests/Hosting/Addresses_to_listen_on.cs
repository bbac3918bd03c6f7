using Microsoft.Extensions.Configuration;
using Wuying.Api.Hosting;

namespace Wuying.Api.Tests.Hosting;

public sealed class Addresses_to_listen_on
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://127.1.2.3:5080", false)]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://LOCALHOST", false)]
    [InlineData("https://[::1]:5443", false)]
    [InlineData("http://unix:/tmp/fleet.sock", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://*:5080", true)]
    [InlineData("http://+:5080", true)]
    [InlineData("http://192.168.1.7:5080", true)]
    [InlineData("https://fleet.example:5443", true)]
    [InlineData("http://127.0.0.1.example:5080", true)]
    [InlineData("http://10.0.0.1", true)]
    public void Are_told_apart_by_who_can_reach_them(string url, bool isOpen) => Assert.Equal(isOpen, ListeningAddresses.IsOpenToOthers(url));

    [Fact]
    public void Are_all_looked_at()
    {
        string[] args = ["--urls", "http://127.0.0.1:1;http://127.0.0.1:2", "--Kestrel:Endpoints:Open:Url", "https://*:3"];
        var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
        Assert.Equal(
            ["http://127.0.0.1:1", "http://127.0.0.1:2", "https://*:3"],
            ListeningAddresses.Of(ProgramOptionsReader.Read(args, configuration).Options!, configuration));
    }
}
