using System.Security.Claims;

namespace Wuying.Api.Access;

/// <summary>The caller of a request. A feature of its context.</summary>
internal static class CallerExtensions
{
    /// <summary>Who makes the request. Without one nobody has let the request in: asking then is a bug.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException($"{context.Request.Path} is answered without asking who calls.");

    /// <summary>Says who makes the request, once that is proven.</summary>
    public static void SetCaller(this HttpContext context, Caller caller)
    {
        context.Features.Set(caller);
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], "wuying"));
    }
}
