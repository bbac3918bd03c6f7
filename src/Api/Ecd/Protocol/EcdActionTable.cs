using Wuying.Api.Access;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>All actions, by version and name.</summary>
internal sealed class EcdActionTable
{
    private readonly Dictionary<(string Version, string Name), EcdAction> _actions = [];

    public IReadOnlyCollection<EcdAction> All => _actions.Values;

    public EcdAction? Find(string version, string name) => _actions.GetValueOrDefault((version, name));

    /// <summary>The actions of a version, for messages.</summary>
    public IEnumerable<string> NamesOf(string version) =>
        _actions.Keys.Where(key => key.Version == version).Select(key => key.Name).Order(StringComparer.Ordinal);

    /// <summary>Adds an action that reads.</summary>
    public void Read<TRequest, TAnswer>(string name, Func<TRequest, EcdCall, Task<EcdResult<TAnswer>>> run)
        where TAnswer : class => Add(EcdVersions.Administrator, name, Permission.Read, run);

    /// <summary>Adds an action that works with computers, images, snapshots or updates.</summary>
    public void Operate<TRequest, TAnswer>(string name, Func<TRequest, EcdCall, Task<EcdResult<TAnswer>>> run)
        where TAnswer : class => Add(EcdVersions.Administrator, name, Permission.Operate, run);

    /// <summary>Adds an action that changes settings.</summary>
    public void Administer<TRequest, TAnswer>(string name, Func<TRequest, EcdCall, Task<EcdResult<TAnswer>>> run)
        where TAnswer : class => Add(EcdVersions.Administrator, name, Permission.ChangeSettings, run);

    /// <summary>Adds an action of end users.</summary>
    public void Client<TRequest, TAnswer>(string name, Func<TRequest, EcdCall, Task<EcdResult<TAnswer>>> run)
        where TAnswer : class => Add(EcdVersions.EndUser, name, permission: null, run);

    private void Add<TRequest, TAnswer>(string version, string name, Permission? permission, Func<TRequest, EcdCall, Task<EcdResult<TAnswer>>> run)
        where TAnswer : class => _actions.Add((version, name), new EcdAction(version, name, permission, typeof(TRequest), typeof(TAnswer), async (request, call) =>
        {
            var result = await run((TRequest)request, call);
            return (result.Answer, result.Error);
        }));
}
