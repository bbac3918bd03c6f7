using System.Collections.Concurrent;
using System.Reflection;
using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Binding;

/// <summary>How parameters make a request: what its type declares is what is read, and what the documentation says of it.</summary>
internal sealed class RequestShape
{
    private static readonly ConcurrentDictionary<Type, RequestShape> Known = new();
    private readonly Type _type;
    private readonly string[] _unlessFalse;

    private RequestShape(Type type)
    {
        _type = type;
        Members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null && property.Name is not "EqualityContract")
            .Select(property => new RequestMember(property))];
        Ignored = [.. type.GetCustomAttributes<IgnoredAttribute>().SelectMany(attribute => attribute.Names)];
        var refused = type.GetCustomAttribute<RefusedAttribute>();
        _unlessFalse = refused?.UnlessFalse ?? [];
        Refused = [.. refused?.Names ?? [], .. _unlessFalse];
    }

    /// <summary>What is read.</summary>
    public IReadOnlyList<RequestMember> Members { get; }

    /// <summary>See <see cref="IgnoredAttribute"/>.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>See <see cref="RefusedAttribute"/>.</summary>
    public IReadOnlyList<string> Refused { get; }

    public static RequestShape Of(Type type) => Known.GetOrAdd(type, static known => new RequestShape(known));

    /// <summary>Makes a request; names that the type does not know are passed over, as the gateway does.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="prefix">What stands before the names of this object's members.</param>
    public (object? Request, EcdError? Error) Read(IReadOnlyDictionary<string, string> values, string prefix = "")
    {
        if (Refused.FirstOrDefault(name => IsGiven(values, prefix + name) && !IsNo(values, prefix, name)) is { } refused)
        {
            return (null, GatewayErrors.Unsupported($"The parameter {prefix}{refused} cannot be answered: what it is about is not kept here."));
        }

        var request = Activator.CreateInstance(_type)!;
        foreach (var member in Members)
        {
            if (member.ReadInto(request, values, prefix) is { } error)
            {
                return (null, error);
            }
        }

        return (request, null);
    }

    private bool IsNo(IReadOnlyDictionary<string, string> values, string prefix, string name) =>
        _unlessFalse.Contains(name) && bool.TryParse(values.GetValueOrDefault(prefix + name), out var flag) && !flag;

    private static bool IsGiven(IReadOnlyDictionary<string, string> values, string name) =>
        (values.TryGetValue(name, out var value) && value.Length > 0)
        || values.Keys.Any(key => key.Length > name.Length && key[name.Length] is '.' && key.StartsWith(name, StringComparison.Ordinal));
}
