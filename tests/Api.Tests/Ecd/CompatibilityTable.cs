using System.Globalization;
using System.Reflection;
using System.Text;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Tests.Ecd;

/// <summary>Writes docs/ecd-compatibility.md out of the actions as they are and the contract as it is published.</summary>
internal static class CompatibilityTable
{
    private const string Head = """
        # What of the product's API is here

        Made from the code by a test, which fails when the two differ; `WUYING_WRITE_DOCS=1 artifacts/bin/Api.Tests/release/Wuying.Api.Tests -class '*compatibility*'` writes it anew.

        - **supported**: read and acted upon, or told as it is.
        - **ignored**: a parameter that is taken and changes nothing, because what it is about is not kept here: billing, disks, devices.
        - **absent**: a field that is left out, because there is no value for it; a parameter that narrows or asks for what cannot be answered: a call with it is refused with `UnsupportedOperation`,
          since to pass it over would answer, or act on, more than was meant. A flag that asks for what cannot be done is taken while it is `false`.

        The role is the least that a key needs; actions of end users need what their users know: a password, then a token. Keys for some regions see those only.
        Public parameters (`Action`, `Version`, `Format`, `AccessKeyId`, `Signature…`, `Timestamp`, or the `x-acs-…` headers) are common to all; `RequestId` is in every answer. Names that neither the product nor this
        project knows are passed over. The choices behind this: [decision 13](decisions/0013-ecd-endpoint.md).

        """;

    public static string Write(IEnumerable<EcdAction> actions)
    {
        var text = new StringBuilder(Head);
        foreach (var version in actions.OrderBy(action => action.Name, StringComparer.Ordinal).GroupBy(action => action.Version).OrderBy(version => version.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Version {version.Key}\n");
            foreach (var action in version)
            {
                Write(text, action);
            }

            text.Append(CultureInfo.InvariantCulture, $"\n### Not implemented\n\nKnown to be the product's, and answered with `UnsupportedOperation`: {Join(KnownActions.NotImplemented(version.Key))}.\n");
        }

        return text.ToString();
    }

    /// <summary>The names that an action reads, ignores and refuses, spelled as the contract does.</summary>
    public static (IReadOnlyList<string> Read, IReadOnlyList<string> Ignored, IReadOnlyList<string> Refused) ParametersOf(EcdAction action)
    {
        var (read, ignored, refused) = (new List<string>(), new List<string>(), new List<string>());
        Add(RequestShape.Of(action.Request), "", read, ignored, refused);
        return (read, ignored, refused);
    }

    /// <summary>The fields of an action's answer, spelled as the contract does.</summary>
    public static IReadOnlyList<string> FieldsOf(EcdAction action) => [.. FieldsOf(action.Answer, "").Append("RequestId").Order(StringComparer.Ordinal)];

    private static void Write(StringBuilder text, EcdAction action)
    {
        var (read, ignored, refused) = ParametersOf(action);
        var (parameters, fields) = (Contract.ParametersOf(action.Version, action.Name), Contract.FieldsOf(action.Version, action.Name));
        var told = FieldsOf(action);
        var role = action.Permission?.ToString() switch { "Read" => "viewer", "Operate" => "operator", null => "end users", _ => "administrator" };
        text.Append(CultureInfo.InvariantCulture, $"\n### {action.Name}\n\n{(parameters is null ? "This project's own. " : "")}For: {role}.\n\n");
        text.Append("| | Parameters | Answer |\n|---|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| supported | {Join(read)} | {Join(told)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| ignored | {Join(WithChildren(ignored, parameters))} | |\n");
        text.Append(CultureInfo.InvariantCulture, $"| absent | {Join(WithChildren(refused, parameters))} | {Join((fields ?? []).Except(told))} |\n");
    }

    private static IEnumerable<string> WithChildren(IEnumerable<string> names, IReadOnlyList<string>? contract) => contract is null
        ? names
        : contract.Where(told => names.Any(name => told == name || told == name + "[]" || told.StartsWith(name + ".", StringComparison.Ordinal) || told.StartsWith(name + "[].", StringComparison.Ordinal)));

    private static string Join(IEnumerable<string> names) => string.Join(" ", names.Order(StringComparer.Ordinal).Select(name => $"`{name}`"));

    private static void Add(RequestShape shape, string prefix, List<string> read, List<string> ignored, List<string> refused)
    {
        foreach (var member in shape.Members)
        {
            var name = prefix + member.Name + (member.IsList ? "[]" : "");
            read.Add(name);
            if (member.Shape is { } inner)
            {
                Add(inner, name + ".", read, ignored, refused);
            }
        }

        ignored.AddRange(shape.Ignored.Select(name => prefix + name));
        refused.AddRange(shape.Refused.Select(name => prefix + name));
    }

    private static IEnumerable<string> FieldsOf(Type type, string prefix)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            var isList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
            var one = isList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            var name = prefix + property.Name + (isList ? "[]" : "");
            yield return name;
            if (one.Namespace!.StartsWith("Wuying", StringComparison.Ordinal))
            {
                foreach (var inner in FieldsOf(one, name + "."))
                {
                    yield return inner;
                }
            }
        }
    }
}
