using Microsoft.AspNetCore.Mvc;
using Wuying.Api.Ecd.Client;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Sessions;
using Wuying.Api.Ecd.Signatures;
using Wuying.Api.Hosting;

namespace Wuying.Api.Ecd;

/// <summary>The endpoint that speaks the product's own protocol.</summary>
internal static class EcdExtensions
{
    /// <summary>The largest body of a call.</summary>
    private const long BodyBytesMax = 1024 * 1024;

    public static IServiceCollection AddEcd(this IServiceCollection services) => services
        .AddSingleton(EcdActions.Table)
        .AddSingleton<NonceMemory>()
        .AddSingleton<SignatureCheck>()
        .AddSingleton<LoginTokens>()
        .AddSingleton<ConnectionTickets>()
        .AddSingleton<EcdGateway>();

    /// <summary>Takes calls at <c>/</c>, where a browser that asks for nothing gets the start page.</summary>
    public static void MapEcd(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", GetAsync).ExcludeFromDescription();
        app.MapPost("/", (HttpContext context, EcdGateway gateway) => gateway.AnswerAsync(context))
            .WithMetadata(new RequestSizeLimitAttribute(BodyBytesMax)).ExcludeFromDescription();
    }

    private static Task GetAsync(HttpContext context, EcdGateway gateway) =>
        context.Request.Query.ContainsKey(PublicParameters.Action) || context.Request.Headers.ContainsKey(EcdHeaders.Action)
            ? gateway.AnswerAsync(context)
            : StartPage.AnswerAsync(context);
}
