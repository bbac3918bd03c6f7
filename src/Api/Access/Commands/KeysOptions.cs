using Wuying.Api.Json;
using Wuying.Domain.Access;
using Wuying.Domain.Regions;
using Wuying.Silo.Hosting;
using Wuying.Silo.Programs;

namespace Wuying.Api.Access.Commands;

/// <summary>What <c>keys</c> is told on the command line.</summary>
internal sealed record KeysOptions
{
    /// <summary>Where a service listens unless it was told otherwise.</summary>
    public const string UrlDefault = "http://127.0.0.1:5080";

    private static readonly ProgramOption Role = new("role", "viewer | operator | administrator", "", "What its holder may do: read; everything but settings and keys; everything.");
    private static readonly ProgramOption Regions = new("regions", "REGION,REGION", "all", "The regions that its holder sees and acts in.");
    private static readonly ProgramOption Name = new("name", "NAME", "none", "What people call it.");

    private static readonly ProgramOption[] Place =
    [
        new("store", "sqlite:PATH | postgres:CONNECTION-STRING", StoreLocation.Default, "The store of the service."),
        new("url", "http://HOST:PORT", UrlDefault, "A service to ask that runs. Needed for a SQLite store that is in use by one elsewhere; without it the store is asked first."),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProgramOption> Table { get; } = [Role, Regions, Name, .. Place];

    /// <summary>What to do.</summary>
    public required KeysVerb Verb { get; init; }

    /// <summary>Where the keys are kept.</summary>
    public required StoreLocation Store { get; init; }

    /// <summary>The service to ask; null unless told.</summary>
    public required Uri? Url { get; init; }

    /// <summary>The key to make.</summary>
    public CreateAccessKeyRequest? Wanted { get; init; }

    /// <summary>The key to disable.</summary>
    public string? KeyId { get; init; }

    /// <summary>Reads the command line behind <c>keys</c>.</summary>
    /// <returns>The options, or what is wrong with them.</returns>
    public static (KeysOptions? Options, IReadOnlyList<string> Errors) Read(string[] args, IConfiguration configuration)
    {
        if (args is not [var word, .. var rest] || !Words<KeysVerb>.TryRead(word, out var verb))
        {
            return (null, [$"keys needs to know what to do: {Words<KeysVerb>.All}; keys --help explains them."]);
        }

        string? keyId = null;
        if (verb is KeysVerb.Disable && rest is [var id, .. var others] && !id.StartsWith('-'))
        {
            (keyId, rest) = (id, others);
        }

        var reader = new OptionReader(verb is KeysVerb.Create ? Table : Place, configuration);
        reader.CheckNames(rest);
        var options = new KeysOptions
        {
            Verb = verb,
            Store = reader.Read("store", text => (StoreLocation.Parse(text) is { } store, StoreLocation.Parse(text)!), $"{StoreLocation.SpellingOf(StoreKind.Sqlite)} or {StoreLocation.SpellingOf(StoreKind.Postgres)}"),
            Url = reader.Find("url") is null ? null : reader.Read("url", ReadUrl, $"an address such as {UrlDefault}"),
            Wanted = verb is KeysVerb.Create ? ReadKey(reader) : null,
            KeyId = keyId,
        };
        IReadOnlyList<string> errors = verb is KeysVerb.Disable && keyId is null ? [.. reader.Errors, "Which key? keys list shows them; keys disable ID."] : reader.Errors;
        return errors.Count == 0 ? (options, []) : (null, errors);
    }

    /// <summary>What <c>keys --help</c> prints.</summary>
    public static string Help() => HelpText.Of("keys create | list | disable ID: the access keys of a service.", "Options, on the command line as --NAME VALUE:", Table, $"""
          keys create --role ROLE    makes a key and shows its secret, this once
          keys list                  all keys, without secrets
          keys disable ID            it stops working within five seconds, for good

        Where they are kept: in a PostgreSQL store, whether a service runs or not. In a SQLite store, when no service has it open; when one
        has, that is asked at --url, and if it has keys, with an administrator's, from the environment: {KeyCredentials.IdVariable} and {KeyCredentials.SecretVariable}.
        Without keys a service serves whoever is at its machine and nobody else. With the first one that is over: make an administrator's.
        It ends with 0 when that is done, with 1 when it cannot be done, with 2 when an option makes no sense.

        """);

    private static CreateAccessKeyRequest ReadKey(OptionReader reader) => new()
    {
        Role = reader.Read(Role.Name, text => (Words<Role>.TryRead(text, out _), text), $"one of {Words<Role>.All}"),
        Regions = reader.Find(Regions.Name) is null ? null : reader.Read(Regions.Name, ReadRegions, "regions of the product, with ',' between, such as cn-hangzhou,eu-central-1"),
        Name = reader.Find(Name.Name) is null
            ? null
            : reader.Read(Name.Name, text => (text.Length is > 0 and <= AccessKey.NameLengthMax, text), $"at most {AccessKey.NameLengthMax} characters"),
    };

    private static (bool IsGood, string[] Value) ReadRegions(string text)
    {
        string[] regions = text.Split(',', StringSplitOptions.TrimEntries);
        return (regions.All(region => ProductRegion.Find(new RegionId(region)) is not null), regions);
    }

    private static (bool IsGood, Uri Value) ReadUrl(string text) =>
        (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", url!);
}
