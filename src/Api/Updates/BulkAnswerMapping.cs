using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Updates;

/// <summary>From answers of grains to entries of bulk answers.</summary>
internal static class BulkAnswerMapping
{
    public static BulkAnswerResponse ToResponse(this Answer? answer, CloudComputerId computer) =>
        new(computer.Value, answer?.Outcome, answer?.Rejection?.Code, answer?.Rejection?.Message);
}
