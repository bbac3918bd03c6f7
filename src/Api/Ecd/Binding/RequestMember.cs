using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Binding;

/// <summary>One parameter of an action: a member of its request, of the same name.</summary>
internal sealed class RequestMember
{
    private readonly PropertyInfo _property;
    private readonly Type _single;
    private readonly ValidationAttribute[] _checks;
    private readonly bool _mayBeEmpty;

    public RequestMember(PropertyInfo property)
    {
        _property = property;
        IsList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        _single = IsList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        _checks = [.. property.GetCustomAttributes<ValidationAttribute>().Where(check => check is not RequiredAttribute)];
        IsRequired = property.IsDefined(typeof(RequiredAttribute));
        _mayBeEmpty = property.IsDefined(typeof(MayBeEmptyAttribute));
        Kind = ValueReader.KindOf(_single);
    }

    public string Name => _property.Name;

    /// <summary>True when calls number its values: <c>Name.1</c>, <c>Name.2</c>.</summary>
    public bool IsList { get; }

    public ValueKind Kind { get; }

    /// <summary>True when a call without it is refused.</summary>
    public bool IsRequired { get; }

    /// <summary>What an object is made of; null when it is none.</summary>
    public RequestShape? Shape => Kind is ValueKind.Object ? RequestShape.Of(_single) : null;

    /// <summary>Reads the parameter into a request.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public EcdError? ReadInto(object request, IReadOnlyDictionary<string, string> values, string prefix)
    {
        var name = prefix + Name;
        var (value, error) = IsList ? ReadList(values, name) : ReadOne(values, name);
        if (error is not null)
        {
            return error;
        }

        if (value is null)
        {
            return !IsRequired ? null : prefix.Length == 0 ? GatewayErrors.Missing(Name) : GatewayErrors.Bad(
                "MissingParameter", $"The input parameter \"{name}\" that is mandatory for processing this request is not supplied.");
        }

        if (_checks.FirstOrDefault(check => !check.IsValid(value)) is { } failed)
        {
            return GatewayErrors.Invalid(name, Expected(failed));
        }

        _property.SetValue(request, value);
        return null;
    }

    private (object? Value, EcdError? Error) ReadOne(IReadOnlyDictionary<string, string> values, string name)
    {
        if (Kind is ValueKind.Object)
        {
            return ReadObject(values, name);
        }

        if (!values.TryGetValue(name, out var text) || (text.Length == 0 && !_mayBeEmpty))
        {
            return values.ContainsKey(name + ".1") ? (null, GatewayErrors.Invalid(name, "it is one value, not a list.")) : default;
        }

        return ReadValue(text, name);
    }

    private (object? Value, EcdError? Error) ReadList(IReadOnlyDictionary<string, string> values, string name)
    {
        if (values.TryGetValue(name, out var bare) && bare.Length > 0)
        {
            return (null, GatewayErrors.Invalid(name, $"it is a list: {name}.1, {name}.2 and so on."));
        }

        var numbers = NumbersOf(values, name);
        if (numbers.Count == 0)
        {
            return default;
        }

        var list = Array.CreateInstance(_single, numbers.Count);
        foreach (var (index, number) in numbers.Index())
        {
            var (value, error) = ReadNumbered(values, $"{name}.{number.ToString(CultureInfo.InvariantCulture)}");
            if (error is not null)
            {
                return (null, error);
            }

            list.SetValue(value, index);
        }

        return (list, null);
    }

    private (object? Value, EcdError? Error) ReadNumbered(IReadOnlyDictionary<string, string> values, string name)
    {
        if (Kind is ValueKind.Object)
        {
            return Shape!.Read(values, name + ".");
        }

        var text = values.GetValueOrDefault(name);
        return string.IsNullOrEmpty(text) ? (null, GatewayErrors.Invalid(name, "it is empty.")) : ReadValue(text, name);
    }

    private (object? Value, EcdError? Error) ReadValue(string text, string name) =>
        ValueReader.Read(text, _single) is { } value ? (value, null) : (null, GatewayErrors.Invalid(name, ValueReader.Expected(Kind)));

    private (object? Value, EcdError? Error) ReadObject(IReadOnlyDictionary<string, string> values, string name)
    {
        if (values.TryGetValue(name, out var json) && json.Length > 0)
        {
            return JsonMembers.TryRead(json, out var members) ? Shape!.Read(members, string.Empty) : (null, GatewayErrors.Invalid(name, "it is not a JSON object of texts, numbers and flags."));
        }

        return values.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal)) ? Shape!.Read(values, name + ".") : default;
    }

    private static SortedSet<int> NumbersOf(IReadOnlyDictionary<string, string> values, string name)
    {
        var numbers = new SortedSet<int>();
        foreach (var key in values.Keys.Where(key => key.Length > name.Length && key[name.Length] is '.' && key.StartsWith(name, StringComparison.Ordinal)))
        {
            var rest = key.AsSpan(name.Length + 1);
            var dot = rest.IndexOf('.');
            if (int.TryParse(dot < 0 ? rest : rest[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static string Expected(ValidationAttribute check) => check switch
    {
        RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"a number from {range.Minimum} to {range.Maximum}."),
        LengthAttribute length => string.Create(CultureInfo.InvariantCulture, $"{length.MinimumLength} to {length.MaximumLength} values."),
        StringLengthAttribute length => string.Create(CultureInfo.InvariantCulture, $"{length.MinimumLength} to {length.MaximumLength} characters."),
        AllowedValuesAttribute allowed => $"one of {string.Join(", ", allowed.Values)}.",
        _ => check.ErrorMessage ?? "see the documentation.",
    };
}
