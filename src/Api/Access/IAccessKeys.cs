namespace Wuying.Api.Access;

/// <summary>The access keys as this Api knows them, for every request: from memory, and never older than <see cref="AccessKeys.AgeMax"/>.</summary>
internal interface IAccessKeys
{
    /// <summary>False while nobody has ever made a key: then callers from this machine are administrators.</summary>
    ValueTask<bool> AnyAsync();

    /// <summary>A key of that id, which may be disabled; null when there is none.</summary>
    ValueTask<KnownAccessKey?> FindAsync(string id);

    /// <summary>Says that a key's holder has proven themselves. Costs nothing; it is written now and then.</summary>
    void NoteUse(string id);
}
