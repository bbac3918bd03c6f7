using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Wuying.WebConsole.Texts;

/// <summary>What the components say by themselves, such as to screen readers, in the console's languages. English is their own.</summary>
internal sealed class ComponentTexts(IStringLocalizer<ConsoleTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[$"Component.{key}"] is { ResourceNotFound: false } known
        ? new LocalizedString(key, known.Value)
        : new LocalizedString(key, key, resourceNotFound: true);
}
