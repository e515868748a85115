using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Importing;
using Cadence.SellsyImport.Preview;

namespace Cadence.SellsyImport;

/// <summary>
/// Imports the contacts of a Sellsy export into Cadence: open, map, preview, add, report. What a host injects. Thread-safe; a host may
/// run several imports at once.
/// </summary>
/// <remarks>
/// Every call throws <see cref="SellsyImportException"/> where the file, the mapping, the plan or the store cannot be used, and
/// <see cref="OperationCanceledException"/> where the caller cancels. A bad row is neither: it is a row with the status
/// <see cref="RowStatus.Error"/>. Each call returns at once and works on the thread pool, never in the caller's synchronization context. The
/// bytes of a file that changes while it is read are refused: within one call as <see cref="ErrorCodes.FileChanged"/>, and those of a plan
/// as <see cref="ErrorCodes.PlanOfAnotherFile"/>.
/// </remarks>
public interface ISellsyImporter
{
    /// <summary>Reads the start of a file and suggests a mapping.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The format, the columns, a sample and the suggestion.</returns>
    Task<ExportOverview> OpenAsync(ImportSource source, CancellationToken cancellationToken = default);

    /// <summary>Reads the start of a file as a person chose, and suggests a mapping.</summary>
    /// <param name="source">The file.</param>
    /// <param name="overrides">What is not detected: encoding, separator, heading row, short rows. The order of dates does not matter here.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The format, the columns, a sample and the suggestion.</returns>
    Task<ExportOverview> OpenAsync(ImportSource source, ReadingOverrides overrides, CancellationToken cancellationToken = default);

    /// <summary>Gives every row of the whole file its status. Nothing is written.</summary>
    /// <remarks>
    /// If the store has an interrupted import with at least one batch of the same file, mapping, owners, settings and rule for repeated
    /// contacts, its plan is returned: see <see cref="ImportPlan.Interrupted"/>. <see cref="IImportHistory.EndAsync"/> ends such an import.
    /// </remarks>
    /// <param name="source">The file.</param>
    /// <param name="mapping">The mapping; every mandatory field has a column or a constant.</param>
    /// <param name="options">What a person chose, decided and corrected; nothing by default. <see cref="OwnerDecisions"/> alone can stand here too.</param>
    /// <param name="progress">Receives the progress of the preview, every few thousand rows.</param>
    /// <param name="cancellationToken">Cancels the preview.</param>
    /// <returns>The plan.</returns>
    Task<ImportPlan> PreviewAsync(
        ImportSource source,
        FieldMapping mapping,
        PreviewOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives the first rows of a file the status that they would have if the file ended after them. The time does not depend on the length of
    /// the file, so the rows can be shown while <see cref="PreviewAsync"/> runs. Only the plan decides. The rest of the file may change a
    /// status, for example by a repeated contact, the order of day and month, or another id of a company.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="mapping">The mapping; every mandatory field has a column or a constant.</param>
    /// <param name="rows">How many rows at most, 1 to 10,000; 50 by default.</param>
    /// <param name="options">What a person chose, decided and corrected; nothing by default. <see cref="OwnerDecisions"/> alone can stand here too.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in the order of the file, each with all its reasons.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is out of range.</exception>
    Task<ImmutableArray<PreviewRow>> PreviewFirstRowsAsync(
        ImportSource source,
        FieldMapping mapping,
        int rows = 50,
        PreviewOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads rows again, each with the status that the plan gave it and all its reasons. Rows that an interrupted import has written show what
    /// became of them: <see cref="RowStatus.Success"/> where the row was added, <see cref="RowStatus.Error"/> where the write refused it.
    /// </summary>
    /// <param name="source">The file of the plan.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="firstRow">The one-based number of the first row; it is sought, not read up to.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in the order of the file.</returns>
    IAsyncEnumerable<PreviewRow> ReadPreviewAsync(
        ImportSource source,
        ImportPlan plan,
        long firstRow = 1,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the rows that meet a query, such as the first 50 rows in error, each as the other overload reads it. See <see cref="RowQuery"/> for what
    /// is sought and what is read up to.
    /// </summary>
    /// <param name="source">The file of the plan.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="query">Which rows.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in the order of the file, and where to go on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The first row or the number of rows of the query is out of range.</exception>
    Task<RowPage<PreviewRow>> ReadPreviewAsync(
        ImportSource source,
        ImportPlan plan,
        RowQuery query,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds the ticked rows of a plan, in batches; each batch is one transaction. If the caller cancels, committed batches stay.
    /// </summary>
    /// <remarks>
    /// If the sink fails or the caller cancels, <see cref="ImportReport.Of"/> gives the report of what was done before, from the exception.
    /// The same plan again continues an import that was interrupted. Any other plan for it, other ticked rows included, is refused with
    /// <see cref="ErrorCodes.ImportInterrupted"/>. The owners are resolved again: rows of an owner that has become another user are errors with
    /// <see cref="IssueCodes.OwnerChangedSincePreview"/>.
    /// </remarks>
    /// <param name="source">The file of the plan; another file is refused before anything is written.</param>
    /// <param name="plan">The plan, which is executed as it is: nothing is decided again.</param>
    /// <param name="options">The ticked rows; every row that can be added by default.</param>
    /// <param name="progress">Receives the progress of adding, at least after every batch.</param>
    /// <param name="cancellationToken">Cancels the adding between two batches.</param>
    /// <returns>The report.</returns>
    Task<ImportReport> AddAsync(
        ImportSource source,
        ImportPlan plan,
        AddOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads rows again, each with what became of it.</summary>
    /// <param name="source">The file of the report; null for the one at <see cref="ImportInfo.FileLocation"/>.</param>
    /// <param name="report">The report.</param>
    /// <param name="firstRow">The one-based number of the first row; it is sought, not read up to.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in the order of the file.</returns>
    IAsyncEnumerable<ReportRow> ReadReportAsync(
        ImportSource? source,
        ImportReport report,
        long firstRow = 1,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the rows of a report that meet a query, each as the other overload reads it. The status of the query is that after the import, and issues
    /// that only the write found are met too.
    /// </summary>
    /// <param name="source">The file of the report; null for the one at <see cref="ImportInfo.FileLocation"/>.</param>
    /// <param name="report">The report.</param>
    /// <param name="query">Which rows.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The rows in the order of the file, and where to go on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The first row or the number of rows of the query is out of range.</exception>
    Task<RowPage<ReportRow>> ReadReportAsync(
        ImportSource? source,
        ImportReport report,
        RowQuery query,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the file of rejected rows: the headings and the original rows in error, plus <c>Statut</c> and <c>Raison</c>. Cells that a
    /// spreadsheet would run as a formula are protected. Rows that the import has not reached are not among them.
    /// </summary>
    /// <param name="source">The file of the report; null for the one at <see cref="ImportInfo.FileLocation"/>.</param>
    /// <param name="report">The report.</param>
    /// <param name="destination">Where the file is written; it stays open.</param>
    /// <param name="texts">The language of the reasons.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The number of rows written.</returns>
    Task<long> WriteRejectedRowsAsync(
        ImportSource? source,
        ImportReport report,
        Stream destination,
        ImportTexts texts,
        CancellationToken cancellationToken = default);

    /// <summary>Writes the file of rejected rows of a plan, before anything is added: its rows in error, as the overload for a report.</summary>
    /// <param name="source">The file of the plan.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="destination">Where the file is written; it stays open.</param>
    /// <param name="texts">The language of the reasons.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The number of rows written.</returns>
    Task<long> WriteRejectedRowsAsync(
        ImportSource source,
        ImportPlan plan,
        Stream destination,
        ImportTexts texts,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a file of rejected rows that a person mended, as corrections for a new preview of the original file. Its rows are known by their contact
    /// id where it stands once in both files, otherwise by their order; what is not certain is not taken.
    /// </summary>
    /// <param name="source">The file of the plan.</param>
    /// <param name="plan">The plan whose rows in error were written and mended.</param>
    /// <param name="mended">The mended file, with the columns of the original; in whatever encoding and with whatever separator a spreadsheet saved it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The corrections of the plan with those of the mended cells, and the rows that were not found again.</returns>
    /// <exception cref="SellsyImportException">The mended file lacks a column: <see cref="ErrorCodes.MendedFileOfOthers"/>.</exception>
    Task<MendedRows> ReadMendedRowsAsync(
        ImportSource source,
        ImportPlan plan,
        ImportSource mended,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Judges one row under other corrections, at once. Its status is provisional: what the other rows and the rules of the host say about it, only a
    /// whole preview under these corrections shows.
    /// </summary>
    /// <param name="source">The file of the plan.</param>
    /// <param name="plan">The plan, whose facts, owners and statuses hold.</param>
    /// <param name="corrections">The corrections.</param>
    /// <param name="row">The one-based number of the row.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no such row.</exception>
    Task<PreviewRow> JudgeRowAsync(
        ImportSource source,
        ImportPlan plan,
        Corrections corrections,
        long row,
        CancellationToken cancellationToken = default);
}
