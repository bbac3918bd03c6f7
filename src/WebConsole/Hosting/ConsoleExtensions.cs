using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Fleet;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Nights;
using Wuying.WebConsole.Simulation;
using Wuying.WebConsole.Texts;

namespace Wuying.WebConsole.Hosting;

/// <summary>Puts the console into a web program that knows <see cref="Contracts.Fleet.FleetGrains"/>.</summary>
public static class ConsoleExtensions
{
    /// <summary>How long a page is kept for a browser that lost its connection: a laptop that was shut for a meeting goes on where it was.</summary>
    private static readonly TimeSpan KeptForReconnect = TimeSpan.FromMinutes(15);

    // Nothing comes from elsewhere, and no script stands in a page. Styles do: the components place popovers by them.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds what the console needs.</summary>
    public static WebApplicationBuilder AddWuyingConsole(this WebApplicationBuilder builder)
    {
        // Run from where it was built, the program finds packages' scripts and styles where they were restored to.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<CircuitOptions>(circuits => circuits.DisconnectedCircuitRetentionPeriod = KeptForReconnect);
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddLocalization();
        services.AddSingleton<MudLocalizer, ComponentTexts>();
        services.Configure<RequestLocalizationOptions>(Configure);
        services.AddSingleton<FleetNewsReader>();
        services.AddHostedService(provider => provider.GetRequiredService<FleetNewsReader>());
        services.AddSingleton<ClockWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockWatch>());
        services.AddSingleton<NightReader>();
        services.AddScoped<BrowserMemory>();
        services.AddScoped<ConsoleSession>();
        return builder;
    }

    /// <summary>Serves it.</summary>
    /// <param name="app">The program.</param>
    /// <param name="metadata">What the program wants to know every address of the console by.</param>
    public static WebApplication MapWuyingConsole(this WebApplication app, params object[] metadata)
    {
        app.UseRequestLocalization();
        app.UseAntiforgery();
        app.MapStaticAssets().WithMetadata(metadata);
        app.MapGet("/language/{tag}", Choose).ExcludeFromDescription().WithMetadata(metadata);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null)
            .WithMetadata(metadata)
            .Finally(endpoint => endpoint.RequestDelegate = Open(endpoint.RequestDelegate!));
        return app;
    }

    private static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(ConsoleLanguage.English.Culture);
        options.SupportedCultures = options.SupportedUICultures = [.. ConsoleLanguage.All.Select(language => language.Culture)];
        options.FallBackToParentCultures = options.FallBackToParentUICultures = false;
        options.RequestCultureProviders = [new ConsoleLanguageProvider()];
    }

    private static RequestDelegate Open(RequestDelegate page) => async context =>
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        await context.RequestServices.GetRequiredService<IConsoleAccess>().IdentifyAsync(context);
        await page(context);
    };

    // A preference and nothing else: no harm is done by whoever makes a browser ask for it.
    private static IResult Choose(string tag, string? back, HttpContext context)
    {
        if (ConsoleLanguage.Find(tag) is not { } language)
        {
            return TypedResults.NotFound();
        }

        context.Response.Cookies.Append(ConsoleLanguage.CookieName, language.Tag, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(400),
            SameSite = SameSiteMode.Lax,
        });
        return back is not null && back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.StartsWith("/\\", StringComparison.Ordinal)
            ? TypedResults.LocalRedirect(back)
            : TypedResults.LocalRedirect("/");
    }
}
