using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Wuying.Api.Access;

/// <summary>Finds out who makes a request: by HTTP Basic with id and secret of a key, or by a session that was begun with them.</summary>
internal sealed class Authentication(IAccessKeys keys, SessionCookie sessions)
{
    private const string WhatToSend = "Send an access key's id and secret by HTTP Basic, or begin a session with them.";

    /// <summary>The caller, or why nobody knows who it is.</summary>
    public async Task<(Caller? Caller, ProblemHttpResult? Refused)> IdentifyAsync(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey(HeaderNames.Authorization))
        {
            return BasicCredentials.Read(context.Request) is var (id, secret)
                ? await CheckAsync(context, id, secret)
                : Refuse(context, $"The Authorization header is not understood. {WhatToSend}");
        }

        if (sessions.FindKey(context) is not { } keyId)
        {
            return Refuse(context, WhatToSend);
        }

        // Browsers send cookies by themselves: what changes something must come from a page of ours.
        return BrowserGuard.IsSafe(context.Request) || BrowserGuard.IsFromOwnPage(context.Request)
            ? Admit(context, await keys.FindAsync(keyId))
            : (null, AccessProblems.Forbidden("A session changes something only from this service's own pages, of which the browser has to speak in Sec-Fetch-Site or Origin. Programs use HTTP Basic."));
    }

    /// <summary>The holder of a key, if the secret is the key's.</summary>
    public async Task<(Caller? Caller, ProblemHttpResult? Refused)> CheckAsync(HttpContext context, string id, string secret)
    {
        var known = await keys.FindAsync(id);
        return known is not null && AccessKeySecrets.AreEqual(secret, known.Secret)
            ? Admit(context, known)
            : Refuse(context, "There is no access key with this id and secret.");
    }

    private (Caller? Caller, ProblemHttpResult? Refused) Admit(HttpContext context, KnownAccessKey? known)
    {
        if (known is not { Key.IsDisabled: false })
        {
            return Refuse(context, "The access key is disabled.");
        }

        keys.NoteUse(known.Key.Id);
        return (Caller.Of(known.Key), null);
    }

    private static (Caller? Caller, ProblemHttpResult? Refused) Refuse(HttpContext context, string detail) =>
        (null, AccessProblems.Unauthenticated(context, detail));
}
