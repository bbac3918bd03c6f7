using Wuying.Api.Access;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Client;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Signatures;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>Takes calls in: reads, believes or does not, looks up the action, checks what it needs, lets it run, and writes what comes of it.</summary>
internal sealed partial class EcdGateway(
    EcdActionTable actions,
    SignatureCheck signatures,
    LoginTokens logins,
    IAccessKeys keys,
    IRateLimits limits,
    Cluster cluster,
    ILogger<EcdGateway> logger)
{
    /// <summary>Answers one call, whatever happens.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var requestId = RequestIds.Next();
        var isXml = false;
        try
        {
            var (message, error) = await EcdMessageReader.ReadAsync(context.Request, context.RequestAborted);
            isXml = message?.Parameters.Find(PublicParameters.Format) is { } format && format.Equals("XML", StringComparison.OrdinalIgnoreCase);
            var (answer, refused) = message is null ? (null, error) : await RunAsync(message, context);
            await (answer is null
                ? EcdWriter.WriteErrorAsync(context, isXml, requestId, refused!)
                : EcdWriter.WriteAnswerAsync(context, isXml, requestId, message!.Action!, answer));
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await EcdWriter.WriteErrorAsync(context, isXml, requestId, Explain(exception, requestId));
        }
    }

    private async Task<(object? Answer, EcdError? Error)> RunAsync(EcdMessage message, HttpContext context)
    {
        // A call can be an address, and any page can send its reader's browser to an address.
        if (message.Header("Sec-Fetch-Site") is "cross-site" or "same-site")
        {
            return (null, GatewayErrors.Forbidden);
        }

        var (caller, stranger) = await IdentifyAsync(message, context);
        if (stranger is not null)
        {
            return (null, stranger);
        }

        if (limits.Count(caller!) is { } wait)
        {
            return (null, GatewayErrors.Throttled(wait));
        }

        context.SetCaller(caller!);
        var (action, unknown) = Find(message);
        return action is null ? (null, unknown) : await RunAsync(action, message, caller!, context);
    }

    private async Task<(object? Answer, EcdError? Error)> RunAsync(EcdAction action, EcdMessage message, Caller caller, HttpContext context)
    {
        if (action.Permission is { } permission && !caller.May(permission))
        {
            return (null, GatewayErrors.Forbidden);
        }

        var (request, wrong) = RequestShape.Of(action.Request).Read(message.Parameters.Values);
        if (request is null)
        {
            return (null, wrong);
        }

        var (region, elsewhere) = await FindRegionAsync((request as IRegionalRequest)?.RegionId, caller);
        if (elsewhere is not null)
        {
            return (null, elsewhere);
        }

        Login? login = null;
        if (request is ILoggedOnRequest loggedOn)
        {
            login = logins.Read(loggedOn);
            if (login is null)
            {
                return (null, ClientErrors.NotLoggedOn);
            }

            context.SetCaller(Caller.Of(login.User));
        }

        return await action.RunAsync(request, new EcdCall(context, context.Caller(), region, login));
    }

    // Calls of end users' clients carry no key; where nobody has a key, nobody needs one.
    private async Task<(Caller? Caller, EcdError? Error)> IdentifyAsync(EcdMessage message, HttpContext context)
    {
        if (string.IsNullOrEmpty(message.Action))
        {
            return (null, GatewayErrors.Missing(PublicParameters.Action));
        }

        if (string.IsNullOrEmpty(message.Version))
        {
            return (null, GatewayErrors.Missing(PublicParameters.Version));
        }

        if (!await keys.AnyAsync())
        {
            return (Caller.Local, null);
        }

        var isSigned = message.IsV3 || message.Parameters.Find(PublicParameters.AccessKeyId) is not null || message.Parameters.Find(PublicParameters.Signature) is not null;
        return isSigned || message.Version is not EcdVersions.EndUser
            ? await signatures.CheckAsync(message)
            : (EndUserClients.CallerAt(context.Connection.RemoteIpAddress), null);
    }

    private (EcdAction? Action, EcdError? Error) Find(EcdMessage message)
    {
        if (message.Version is not (EcdVersions.Administrator or EcdVersions.EndUser))
        {
            return (null, GatewayErrors.InvalidVersion);
        }

        return actions.Find(message.Version, message.Action!) is { } action
            ? (action, null)
            : (null, KnownActions.IsKnown(message.Version, message.Action!)
                ? GatewayErrors.Unsupported($"The action {message.Action} of the product is not implemented here. These are: {string.Join(", ", actions.NamesOf(message.Version))}.")
                : GatewayErrors.ActionNotFound);
    }

    private async Task<(Region? Region, EcdError? Error)> FindRegionAsync(string? id, Caller caller)
    {
        if (id is null)
        {
            return (null, null);
        }

        if (!RouteIds.IsId(id) || await cluster.FindRegionAsync(id) is not { } region)
        {
            return (null, EcdRejections.RegionNotFound(id));
        }

        return caller.Sees(region.Id) ? (region, null) : (null, GatewayErrors.Forbidden);
    }

    // What went wrong goes to the log and never to the caller.
    private EcdError Explain(Exception exception, string requestId)
    {
        if (exception is BadHttpRequestException bad)
        {
            return bad.StatusCode is StatusCodes.Status413PayloadTooLarge ? GatewayErrors.TooLarge : GatewayErrors.NotReadable;
        }

        var failure = ServiceFailure.Of(exception);
        LogFailed(exception, requestId);
        return failure.Status is StatusCodes.Status500InternalServerError
            ? new EcdError(failure.Status, "InternalError", "The request processing has failed due to some unknown error.")
            : new EcdError(
                StatusCodes.Status503ServiceUnavailable,
                "ServiceUnavailable",
                "The request has failed due to a temporary failure of the server. It is not known whether it took effect; ask again.")
            {
                RetryAfter = TimeSpan.FromSeconds(failure.RetryAfterSeconds ?? 1),
            };
    }

    [LoggerMessage(LogLevel.Error, "The call {RequestId} failed.")]
    private partial void LogFailed(Exception exception, string requestId);
}
