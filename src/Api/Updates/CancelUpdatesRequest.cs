namespace Wuying.Api.Updates;

/// <summary>Cancels the pending updates of computers: of named ones, or of all that a filter finds.</summary>
public sealed record CancelUpdatesRequest : ManyComputersRequest;
