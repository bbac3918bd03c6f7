using Wuying.Api.Access;

namespace Wuying.Api.Hosting;

/// <summary>Where the program is told to listen, and who can reach it there.</summary>
internal static class ListeningAddresses
{
    private const string Endpoints = "Kestrel:Endpoints";

    /// <summary>All addresses: those of <c>--urls</c>, and those of the server's own configuration, which take their place.</summary>
    public static IReadOnlyList<string> Of(ProgramOptions options, IConfiguration configuration) =>
        [.. options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. configuration.GetSection(Endpoints).GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];

    /// <summary>True when others than this machine can reach an address. Names that the server does not know stand for all addresses of the machine.</summary>
    public static bool IsOpenToOthers(string url)
    {
        var address = BindingAddress.Parse(url);
        return !address.IsUnixPipe && !address.IsNamedPipe && !BrowserGuard.IsLoopback(address.Host.Trim('[', ']'));
    }

    /// <summary>True when what is sent to an address can be read on the way.</summary>
    public static bool IsPlain(string url) => url.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
}
