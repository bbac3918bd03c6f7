using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Ecd.Sessions;

/// <summary>Makes and reads tickets, and the ids of the tasks that end in one. They say themselves whom they are for, encrypted: every Api of the service reads them, and nobody keeps them.</summary>
internal sealed class ConnectionTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a ticket is good for; and its task.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    private const char Separator = '\n';

    private readonly IDataProtector _tickets = protection.CreateProtector("wuying.connection-ticket");
    private readonly IDataProtector _tasks = protection.CreateProtector("wuying.connection-ticket-task");

    /// <summary>A ticket, in Base64.</summary>
    public string MakeTicket(TicketPromise promise) => Convert.ToBase64String(_tickets.Protect(Encoding.UTF8.GetBytes(Spell(promise))));

    /// <summary>Whom a ticket is for; null when it is none, or is over.</summary>
    public TicketPromise? ReadTicket(string ticket)
    {
        var bytes = new byte[ticket.Length];
        return Convert.TryFromBase64String(ticket, bytes, out var length)
            ? Read(() => Encoding.UTF8.GetString(_tickets.Unprotect(bytes[..length])))
            : null;
    }

    /// <summary>The id of a task.</summary>
    public string MakeTask(TicketPromise promise) => _tasks.Protect(Spell(promise));

    /// <summary>What a task is to end in; null when it is none, or is over.</summary>
    public TicketPromise? ReadTask(string task) => Read(() => _tasks.Unprotect(task));

    private string Spell(TicketPromise promise) => string.Join(
        Separator, promise.Computer.Value, promise.User.Value, (clock.GetUtcNow() + ValidFor).UtcTicks.ToString(CultureInfo.InvariantCulture));

    private TicketPromise? Read(Func<string> unprotect)
    {
        try
        {
            var parts = unprotect().Split(Separator);
            return long.Parse(parts[2], CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks
                ? new TicketPromise(new CloudComputerId(parts[0]), new UserId(parts[1]))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
