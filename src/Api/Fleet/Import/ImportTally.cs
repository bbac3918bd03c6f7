using Wuying.Contracts.Answers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Fleet.Import;

/// <summary>Counts what became of rows, and keeps the first errors.</summary>
internal sealed class ImportTally
{
    /// <summary>The most errors that are told one by one.</summary>
    public const int ErrorsMax = 1_000;

    private readonly List<ImportError> _errors = [];
    private ImportCounts _computers = new(0, 0, 0, 0);
    private ImportCounts _images = new(0, 0, 0, 0);
    private ImportCounts _regions = new(0, 0, 0, 0);
    private long _pendingUpdatesLeftOut;
    private long _errorsTotal;
    private bool _isBroken;

    /// <summary>Counts an answer.</summary>
    public void Add(ImportRow row, string? id, Answer answer)
    {
        if (answer.Rejection is { } refused)
        {
            Refuse(row, id, refused);
            return;
        }

        var isUnchanged = answer.Outcome is AnswerOutcome.Unchanged;
        Count(row, isUnchanged ? new(1, 0, 1, 0) : new(1, 1, 0, 0));
    }

    /// <summary>Counts a row that was not taken.</summary>
    public void Refuse(ImportRow row, string? id, Rejection refused)
    {
        Count(row, new(1, 0, 0, 1));
        AddError(new(row.Line, row.Index, id, refused.Code, refused.Message));
    }

    /// <summary>Tells of a row that was taken without its pending update.</summary>
    public void LeaveOut(ImportRow row, string id, Rejection why)
    {
        _pendingUpdatesLeftOut++;
        AddError(new(row.Line, row.Index, id, why.Code, $"The computer was taken without its pending update. {why.Message}"));
    }

    /// <summary>Notes where the body broke off.</summary>
    public void Break(ImportRow row)
    {
        _isBroken = true;
        _errorsTotal++;

        // Always told, however many rows were refused before it.
        _errors.Add(new(row.Line, null, null, RejectionCode.InvalidRequest, row.Error ?? "The body breaks off."));
    }

    public ImportResponse ToResponse() => new(
        _computers, _images, _regions, !_isBroken, _pendingUpdatesLeftOut, _errorsTotal, [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Index ?? long.MaxValue)]);

    private void Count(ImportRow row, ImportCounts one)
    {
        if (row.IsImage)
        {
            _images = Sum(_images, one);
        }
        else if (row.IsRegion)
        {
            _regions = Sum(_regions, one);
        }
        else
        {
            _computers = Sum(_computers, one);
        }
    }

    private void AddError(ImportError error)
    {
        _errorsTotal++;
        if (_errors.Count < ErrorsMax)
        {
            _errors.Add(error);
        }
    }

    private static ImportCounts Sum(ImportCounts counts, ImportCounts one) => new(
        counts.Read + one.Read, counts.Accepted + one.Accepted, counts.Unchanged + one.Unchanged, counts.Rejected + one.Rejected);
}
