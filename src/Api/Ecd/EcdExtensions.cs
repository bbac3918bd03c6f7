using Microsoft.AspNetCore.Mvc;
using Wuying.Api.Ecd.Client;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Sessions;
using Wuying.Api.Ecd.Signatures;

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
        .AddSingleton<EcdGateway>()
        .AddSingleton<MatcherPolicy, EcdCallPolicy>();

    /// <summary>Takes calls at <c>/</c>, where a browser that names no action gets the console.</summary>
    public static void MapEcd(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", AnswerAsync).WithMetadata(EcdCallPolicy.Call).ExcludeFromDescription();
        app.MapPost("/", AnswerAsync).WithMetadata(EcdCallPolicy.Call, new RequestSizeLimitAttribute(BodyBytesMax)).ExcludeFromDescription();
    }

    private static Task AnswerAsync(HttpContext context, EcdGateway gateway) => gateway.AnswerAsync(context);
}
