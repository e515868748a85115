using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// An export under corrections. A row that none of them concerns is passed on as it is; the others are corrected, each with an issue that says
/// so. The file, its bytes and its places are those of the export.
/// </summary>
internal class CorrectedExport(ISellsyExport export, Corrections corrections) : ISellsyExport
{
    private readonly ILookup<long, CellCorrection> _cells = corrections.Cells.ToLookup(cell => cell.Row);
    private readonly (int Column, Dictionary<string, string> Texts)[] _values =
    [
        .. corrections.Values
            .GroupBy(value => value.Column)
            .Select(column => (column.Key, column.ToDictionary(value => value.From, value => value.To, StringComparer.Ordinal))),
    ];

    public string Name => export.Name;

    public long Length => export.Length;

    public ExportFormat Format => export.Format;

    public ImmutableArray<ExportColumn> Columns => export.Columns;

    public ImmutableArray<SellsyRow> Sample => export.Sample;

    /// <summary>Whether a correction names a row by its number.</summary>
    protected bool AreOfRows => corrections.AreOfRows;

    protected (int Column, Dictionary<string, string> Texts)[] Values => _values;

    public static ISellsyExport Of(ISellsyExport export, Corrections corrections) => (corrections.IsEmpty, export) switch
    {
        (true, _) => export,
        (_, IRecordExport records) => new CorrectedRecordExport(records, corrections),
        _ => new CorrectedExport(export, corrections),
    };

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, CancellationToken cancellationToken = default) =>
        CorrectAsync(export.ReadRowsAsync(columns, cancellationToken), cancellationToken);

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(ColumnSelection columns, RowPosition from, CancellationToken cancellationToken = default) =>
        CorrectAsync(export.ReadRowsAsync(columns, from, cancellationToken), cancellationToken);

    public ValueTask DisposeAsync() => export.DisposeAsync();

    /// <summary>Whether a correction names the row by its number.</summary>
    protected bool IsNamed(long row) => corrections.ExcludedRows.Contains(row) || _cells.Contains(row);

    protected async IAsyncEnumerable<SellsyRow> CorrectAsync(
        IAsyncEnumerable<SellsyRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Correct(row);
        }
    }

    private SellsyRow Correct(SellsyRow row)
    {
        if (corrections.ExcludedRows.Contains(row.Number))
        {
            return row.Excluded(new(IssueCodes.RowExcluded, IssueSeverity.Warning) { Row = row.Number });
        }

        if (row.IsDamaged)
        {
            return IsReplaced(row) ? Replaced(row) : row;
        }

        foreach (var (column, texts) in _values)
        {
            if (row.Columns.Contains(column) && texts.TryGetValue(row[column], out var text) && !_cells[row.Number].Any(cell => cell.Column == column))
            {
                row = Correct(row, column, text);
            }
        }

        foreach (var cell in _cells[row.Number].Where(cell => row.Columns.Contains(cell.Column)))
        {
            row = Correct(row, cell.Column, cell.Text);
        }

        return row;
    }

    /// <summary>A record that cannot be read is replaced where every cell of it is given.</summary>
    private bool IsReplaced(SellsyRow row) =>
        _cells.Contains(row.Number) && row.Columns.Indexes.All(column => _cells[row.Number].Any(cell => cell.Column == column));

    private SellsyRow Replaced(SellsyRow row)
    {
        var texts = _cells[row.Number].ToDictionary(cell => cell.Column, cell => cell.Text);
        var issue = new ImportIssue(IssueCodes.RowReplaced, IssueSeverity.Warning) { Row = row.Number };
        return new(row.Number, row.Lines, row.Columns, [.. row.Columns.Indexes.Select(column => texts[column])], [issue])
        {
            ByteOffset = row.ByteOffset,
            ByteLength = row.ByteLength,
        };
    }

    private SellsyRow Correct(SellsyRow row, int column, string text) => row.With(column, text, new(IssueCodes.CellCorrected, IssueSeverity.Warning)
    {
        Row = row.Number,
        Column = Columns[column].Heading,
        Arguments = [Columns[column].Heading, row[column], text, (column + 1).ToString(CultureInfo.InvariantCulture)],
    });
}
