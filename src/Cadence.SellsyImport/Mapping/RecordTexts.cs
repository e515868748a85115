using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>The cells of a record as strings, the same instance for those that recur.</summary>
internal readonly ref struct RecordTexts(CsvRecord record, ValuePool[] pools) : IRowCells
{
    private readonly CsvRecord _record = record;

    public CellText this[int column] => new(_record.Text(pools[column], _record[column]));
}
