namespace Wuying.Domain.Access;

/// <summary>What a caller may do; each may what the one before may. Which that is, and of which request it is asked, stands in one table in the Api.</summary>
public enum Role
{
    /// <summary>May nothing: a role that was not set is a bug.</summary>
    Unspecified = 0,
    /// <summary>Reads.</summary>
    Viewer = 1,
    /// <summary>Does everything but settings and keys.</summary>
    Operator = 2,
    /// <summary>Does everything.</summary>
    Administrator = 3,
}
