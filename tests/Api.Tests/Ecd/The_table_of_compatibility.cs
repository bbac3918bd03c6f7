using Wuying.Harness;

namespace Wuying.Api.Tests.Ecd;

/// <summary>Every parameter and field of the contract is accounted for, and the documentation says what the code does.</summary>
public sealed class The_table_of_compatibility
{
    [Fact]
    public void Is_what_the_documentation_shows()
    {
        var path = SourceTree.PathOf("docs", "ecd-compatibility.md");
        var expected = CompatibilityTable.Write(EcdApi.Actions);
        if (Environment.GetEnvironmentVariable("WUYING_WRITE_DOCS") is "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void Accounts_for_every_parameter_of_the_contract()
    {
        var unknown =
            from action in EcdApi.Actions
            let parameters = Contract.ParametersOf(action.Version, action.Name)
            where parameters is not null
            let told = CompatibilityTable.ParametersOf(action)
            from parameter in parameters
            where !told.Read.Contains(parameter) && !IsOneOf(parameter, told.Ignored) && !IsOneOf(parameter, told.Refused)
            select $"{action.Version} {action.Name} {parameter}";
        Assert.Empty(unknown);
    }

    [Fact]
    public void Names_no_parameter_that_the_contract_does_not_have()
    {
        var invented =
            from action in EcdApi.Actions
            let parameters = Contract.ParametersOf(action.Version, action.Name)
            where parameters is not null
            let told = CompatibilityTable.ParametersOf(action)
            from name in told.Read.Where(name => !parameters.Contains(name))
                .Concat(told.Ignored.Concat(told.Refused).Where(name => !parameters.Any(parameter => IsOneOf(parameter, [name]))))
            select $"{action.Version} {action.Name} {name}";
        Assert.Empty(invented);
    }

    [Fact]
    public void Answers_with_no_field_that_the_contract_does_not_have()
    {
        var invented =
            from action in EcdApi.Actions
            let fields = Contract.FieldsOf(action.Version, action.Name)
            where fields is not null
            from field in CompatibilityTable.FieldsOf(action).Except(fields)
            select $"{action.Version} {action.Name} {field}";
        Assert.Empty(invented);
    }

    private static bool IsOneOf(string parameter, IEnumerable<string> names) => names.Any(name =>
        parameter == name || parameter == name + "[]" || parameter.StartsWith(name + ".", StringComparison.Ordinal) || parameter.StartsWith(name + "[].", StringComparison.Ordinal));
}
