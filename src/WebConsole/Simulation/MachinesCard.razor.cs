using Microsoft.AspNetCore.Components;
using Wuying.WebConsole.Access;

namespace Wuying.WebConsole.Simulation;

/// <summary>Shows and changes what the simulated machines do. What is typed stays until it is applied or taken back, whatever else happens.</summary>
public sealed partial class MachinesCard
{
    private MachinesForm? _form;
    private string? _said;
    private bool _isBusy;

    private bool MayChange => Session.Caller?.May(ConsoleDeed.ChangeSettings) is true;

    protected override async Task ReadAsync()
    {
        var settings = await Fleet.SimulatedMachines.GetAsync();
        if (_form is not { IsChanged: true })
        {
            _form = new(settings);
        }
    }

    private async Task ApplyAsync()
    {
        _said = null;
        if (_isBusy || _form?.ToChange() is not { } change)
        {
            return;
        }

        _isBusy = true;
        await TryAsync(ConsoleDeed.ChangeSettings, where: null, async () =>
        {
            _form = new(await Fleet.SimulatedMachines.ChangeAsync(change, Session.Caller!.Name));
            _said = L["Simulation.Applied"];
        });
        _isBusy = false;
    }

    // What others have changed meanwhile is shown then.
    private Task UndoAsync()
    {
        (_form, _said) = (_form is { } form ? new(form.Known) : null, null);
        return RefreshAsync();
    }

    private static string TextOf(ChangeEventArgs change) => change.Value as string ?? "";
}
