using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>
/// Scans records, or the rows that are made of them, and writes the verdict of each: the contact, the number of the owner, <c>!</c> for an error, <c>?</c> for companies
/// that only the whole file decides about, the issues in the order of their codes, and how many addresses.
/// </summary>
internal sealed class VerdictTaker(RowScanner scanner, bool takesRecords) : IRecordTaker
{
    private readonly CellBuffer _buffer = new();

    public List<string> Verdicts { get; } = [];

    public bool TryTake(in CsvRecord record)
    {
        if (takesRecords)
        {
            _buffer.Clear();
            scanner.Begin(record.Position.Number);
            Add(scanner.Scan(new RecordCells(record, _buffer)));
        }

        return takesRecords;
    }

    public void TakeBlank(bool hasSeparators)
    {
    }

    public void Take(SellsyRow row)
    {
        scanner.Begin(row.Number);
        Add(scanner.Scan(row));
    }

    private void Add(ScannedRow row)
    {
        var found = row.Issues.ToArray().Select(number => scanner.Issues.Keys.ElementAt(number).Key).ToArray();
        var issues = found.Where(key => key != RowScanner.UndecidedCompany).Select(key => key.Argument is null ? key.Code : $"{key.Code}({key.Argument})").Order(StringComparer.Ordinal);
        var marks = (row.HasError ? "! " : "") + (found.Contains(RowScanner.UndecidedCompany) ? "? " : "");
        Verdicts.Add($"{row.ContactId} {row.Owner} {marks}{string.Join(' ', issues)} {row.Addresses.Length}");
    }
}
