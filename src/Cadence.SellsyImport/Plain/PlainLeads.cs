using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Reading;

namespace Cadence.SellsyImport.Plain;

/// <summary>
/// Makes the leads of plain records without making their rows, by the same readers of values. It serves one thread.
/// </summary>
internal sealed class PlainLeads(FieldMapping mapping, ExportFacts facts, SellsyImportOptions options, PlainRecords records)
{
    private readonly (CompiledAssignment Assignment, PlainCell? Cell, ValuePool Pool)[] _cells =
    [
        .. mapping.Compiled.Select(assignment => (assignment, records.CellOf(assignment), new ValuePool(assignment.Column))),
    ];

    /// <summary>What the row of the record would be mapped to, or none where that is not sure to have no issue.</summary>
    public MappedRow? Map(in CsvRecord record)
    {
        if (!records.IsCompanyPlain(record, out var companyId))
        {
            return null;
        }

        var reading = new RowReading(record.Position.Number, facts, options);
        foreach (var (assignment, plain, pool) in _cells)
        {
            var cell = assignment.Column < 0 ? default : record[assignment.Column];
            if (plain is null)
            {
                reading.Read(assignment, assignment.Constant ?? record.Text(pool, cell));
            }
            else if (!plain.IsPlain(cell))
            {
                return null;
            }
            else if (!cell.IsEmpty)
            {
                reading.ReadPlain(assignment, cell, record.Text(pool, cell), companyId);
            }
        }

        return reading.ToMappedRow() is { Issues.IsEmpty: true } mapped ? mapped : null;
    }
}
