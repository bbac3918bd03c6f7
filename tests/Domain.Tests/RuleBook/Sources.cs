using System.Text.RegularExpressions;

namespace Wuying.Domain.Tests.RuleBook;

/// <summary>The repository's files, as far as the rule book names them. A name that ends in <c>…</c> stands for all that begin so.</summary>
internal static partial class Sources
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    private static readonly ILookup<string, TestClass> TestClasses = ReadTestClasses().ToLookup(test => test.Project, StringComparer.Ordinal);

    /// <summary>True for a word that means a place: a path, a file, a project.</summary>
    public static bool IsPlace(string word) =>
        word.Contains('/', StringComparison.Ordinal) || word.EndsWith(".cs", StringComparison.Ordinal) || Directory.Exists(Path.Combine(Root, "src", word));

    /// <summary>True when a place is there; a file may be named without its folder.</summary>
    public static bool HasPlace(string place) => place.Contains('/', StringComparison.Ordinal) || !place.EndsWith(".cs", StringComparison.Ordinal)
        ? Path.Exists(Path.Combine(Root, "src", place))
        : Directory.EnumerateFiles(Path.Combine(Root, "src"), place.Replace('…', '*'), SearchOption.AllDirectories).Any();

    public static bool IsTestProject(string word) => word.EndsWith(".Tests", StringComparison.Ordinal);

    public static bool HasTestProject(string project) => TestClasses.Contains(project);

    /// <summary>True when a test of that name is there: a class, a method, or a class's method.</summary>
    /// <param name="project">Where; null for anywhere.</param>
    /// <param name="name">The name.</param>
    public static bool HasTest(string? project, string name)
    {
        var within = project is null ? TestClasses.SelectMany(tests => tests) : TestClasses[project];
        return name.Split('.') is [var outer, var inner]
            ? within.Any(test => Matches(test.Name, outer) && test.Methods.Any(method => Matches(method, inner)))
            : within.Any(test => Matches(test.Name, name) || test.Methods.Any(method => Matches(method, name)));
    }

    private static bool Matches(string name, string wanted) => wanted.EndsWith('…') ? name.StartsWith(wanted[..^1], StringComparison.Ordinal) : name == wanted;

    private static IEnumerable<TestClass> ReadTestClasses() =>
        from project in Directory.EnumerateDirectories(Path.Combine(Root, "tests"), "*.Tests")
        from file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        let text = File.ReadAllText(file)
        from declared in Class().Matches(text)
        select new TestClass(Path.GetFileName(project), declared.Groups[1].Value, [.. Method().Matches(text).Select(method => method.Groups[1].Value)]);

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WuyingOrleans.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"^\s*public [a-z ]*class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*public (?:async )?(?:void|Task|ValueTask) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Method();
}
