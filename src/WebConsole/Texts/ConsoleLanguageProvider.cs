using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Wuying.WebConsole.Texts;

/// <summary>Chooses the language of a request: the one chosen before, else the first of the browser's that the console speaks.</summary>
internal sealed class ConsoleLanguageProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var chosen = ConsoleLanguage.Find(httpContext.Request.Cookies[ConsoleLanguage.CookieName])
            ?? httpContext.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(wanted => wanted.Quality ?? 1)
                .Select(wanted => ConsoleLanguage.Closest(wanted.Value.Value ?? ""))
                .FirstOrDefault(language => language is not null)
            ?? ConsoleLanguage.English;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(chosen.Tag));
    }
}
