using Wuying.Api.Access;
using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>One action of the API: the same grains and queries as the routes of REST, in the product's words.</summary>
/// <param name="Version">The version it belongs to.</param>
/// <param name="Name">What calls name.</param>
/// <param name="Permission">What it needs of its caller; null for those of end users, whose computers are asked.</param>
/// <param name="Request">What it reads.</param>
/// <param name="Answer">What it answers.</param>
/// <param name="RunAsync">Carries out a request.</param>
internal sealed record EcdAction(
    string Version,
    string Name,
    Permission? Permission,
    Type Request,
    Type Answer,
    Func<object, EcdCall, Task<(object? Answer, EcdError? Error)>> RunAsync);
