using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Queries;

/// <summary>Orders of computers, in words that both databases understand.</summary>
internal static class ComputerOrders
{
    /// <summary>What stands behind ORDER BY.</summary>
    public static string Of(ComputerOrder order)
    {
        var direction = order.IsDescending ? "DESC" : "ASC";
        return order.By switch
        {
            ComputerOrderKey.Id => $"id {direction}",
            ComputerOrderKey.Name => $"name {direction}, id",
            ComputerOrderKey.OfficeNetwork => $"office {direction}, id",

            // A version number ends with its build stamp.
            ComputerOrderKey.Version => $"substr(version, length(version) - 14) {direction}, id",
            ComputerOrderKey.Status => $"status {direction}, id",
            ComputerOrderKey.Pending => $"pending_state IS NULL, pending_state {direction}, id",
            ComputerOrderKey.Reason => $"reason IS NULL, reason {direction}, id",
            _ => throw new ArgumentOutOfRangeException(nameof(order), order.By, "Not an order that can be asked for."),
        };
    }
}
