namespace Wuying.Storage.Queries;

/// <summary>How a database spells what conditions are made of.</summary>
internal interface ISqlDialect
{
    /// <summary>The place of a value; they count from 1.</summary>
    string Parameter(int number);

    /// <summary>True where a column's text has the parameter's in it.</summary>
    string Contains(string column, string parameter);

    /// <summary>True where a column is in the parameter's list.</summary>
    string IsIn(string column, string parameter);

    /// <summary>A list as one parameter.</summary>
    object List(IEnumerable<string> values);
}
