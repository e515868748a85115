namespace UploadHost;

/// <summary>What the host answers to an upload.</summary>
/// <param name="Counts">What became of the rows.</param>
/// <param name="Rejected">The first rejected rows, each with its reasons.</param>
internal sealed record UploadResult(ImportCounts Counts, IReadOnlyList<RejectedRow> Rejected);

/// <summary>A row that was not imported.</summary>
internal sealed record RejectedRow(long Row, IReadOnlyList<string> Reasons);
