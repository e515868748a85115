using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>An export of records under corrections: a record that a correction concerns becomes a row, as a damaged one does.</summary>
internal sealed class CorrectedRecordExport(IRecordExport export, Corrections corrections) : CorrectedExport(export, corrections), IRecordExport
{
    private readonly IRecordExport _export = export;

    public RowPosition FirstRow => _export.FirstRow;

    /// <summary>The number of a row is known only where the reading starts at the first one.</summary>
    public bool CanReadInParallel => _export.CanReadInParallel && !AreOfRows;

    public IAsyncEnumerable<SellsyRow> ReadRowsAsync(
        ColumnSelection columns, RowPosition from, IRecordTaker taker, CancellationToken cancellationToken) =>
        CorrectAsync(_export.ReadRowsAsync(columns, from, new Taker(this, taker, columns), cancellationToken), cancellationToken);

    public IAsyncEnumerable<SellsyRow> ReadFewRowsAsync(
        ColumnSelection columns, RowPosition from, IRecordTaker taker, CancellationToken cancellationToken) =>
        CorrectAsync(_export.ReadFewRowsAsync(columns, from, new Taker(this, taker, columns), cancellationToken), cancellationToken);

    public ValueTask<long?> FindRowStartAsync(long offset, CancellationToken cancellationToken) => _export.FindRowStartAsync(offset, cancellationToken);

    /// <summary>Leaves the records that are to be corrected, and passes the others on.</summary>
    private sealed class Taker(CorrectedRecordExport corrected, IRecordTaker inner, ColumnSelection columns) : IRecordTaker
    {
        private readonly ValueSet[] _values =
        [
            .. corrected.Values.Where(value => columns.Contains(value.Column)).Select(value => new ValueSet(value.Column, value.Texts)),
        ];

        public void TakeBlank(bool hasSeparators) => inner.TakeBlank(hasSeparators);

        public bool TryTake(in CsvRecord record)
        {
            if (corrected.IsNamed(record.Position.Number))
            {
                return false;
            }

            foreach (var values in _values)
            {
                if (values.Contains(record[values.Column]))
                {
                    return false;
                }
            }

            return inner.TryTake(record);
        }
    }

    /// <summary>The texts of a column that are corrected, sought by their UTF-8.</summary>
    private sealed class ValueSet(int column, Dictionary<string, string> texts)
    {
        private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _texts = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        private readonly char[] _buffer = new char[texts.Keys.Max(text => Encoding.UTF8.GetMaxByteCount(text.Length))];

        public int Column => column;

        public bool Contains(ReadOnlySpan<byte> cell) =>
            cell.Length <= _buffer.Length && _texts.ContainsKey(_buffer.AsSpan(0, Encoding.UTF8.GetChars(cell, _buffer)));
    }
}
