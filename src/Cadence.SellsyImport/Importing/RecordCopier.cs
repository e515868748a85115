using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Importing;

/// <summary>
/// Copies a record byte for byte, with a guard before each cell that a spreadsheet would run. Cells are delimited as in a spreadsheet
/// (RFC 4180), also in a damaged record.
/// </summary>
/// <param name="units">The units of the file's encoding.</param>
/// <param name="separator">The separator of the file.</param>
/// <param name="isGuarded">
/// Whether the record comes from a file of rejected rows. Its guarded cells then stay as they are, and what follows its own cells,
/// the status and the reasons, is left out.
/// </param>
internal sealed class RecordCopier(CodeUnits units, char separator, bool isGuarded)
{
    private enum Place
    {
        CellStart,
        QuotedStart,
        Unquoted,
        Quoted,
        QuoteInQuoted,
    }

    private Place _place;

    /// <summary>Copies a whole record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cells">The cells before the status, in a record of a file of rejected rows; at least the last two cells are left out.</param>
    /// <param name="destination">Where the copy goes.</param>
    public void Copy(ReadOnlySpan<byte> record, int cells, Stream destination)
    {
        Begin();
        CopyPart(isGuarded ? FirstCells(record, cells) : record, destination);
    }

    /// <summary>Begins a record that is copied in parts.</summary>
    public void Begin() => _place = Place.CellStart;

    /// <summary>Copies the next part of a record: a whole number of units.</summary>
    public void CopyPart(ReadOnlySpan<byte> part, Stream destination)
    {
        var copied = 0;
        for (var at = 0; at + units.Size <= part.Length; at += units.Size)
        {
            var unit = UnitAt(part, at);
            if (_place is Place.CellStart or Place.QuotedStart && NeedsGuard(unit))
            {
                destination.Write(part[copied..at]);
                units.Write(destination, FormulaGuard.Guard);
                copied = at;
            }

            _place = Next(_place, unit);
        }

        destination.Write(part[copied..]);
    }

    private bool NeedsGuard(int unit) => FormulaGuard.StartsFormula(unit) || (!isGuarded && unit == FormulaGuard.Guard);

    /// <summary>A unit, or the character that three bytes of UTF-8 make where it is full-width, as some spreadsheets take it for ASCII.</summary>
    private int UnitAt(ReadOnlySpan<byte> record, int at) =>
        units.Size == 1 && record[at..] is [0xEF, 0xBC, var last, ..] ? 0xFF00 | (last & 0x3F) : units.Read(record[at..]);

    private Place Next(Place place, int unit) => (place, unit) switch
    {
        (Place.CellStart, '"') => Place.QuotedStart,
        (Place.QuotedStart or Place.Quoted, '"') => Place.QuoteInQuoted,
        (Place.QuoteInQuoted, '"') => Place.Quoted,
        (Place.QuotedStart or Place.Quoted, _) => Place.Quoted,
        _ when unit == separator => Place.CellStart,
        _ => Place.Unquoted,
    };

    private ReadOnlySpan<byte> FirstCells(ReadOnlySpan<byte> record, int cells)
    {
        var ends = new List<int>();
        var place = Place.CellStart;
        for (var at = 0; at + units.Size <= record.Length; at += units.Size)
        {
            var unit = units.Read(record[at..]);
            place = Next(place, unit);
            if (place == Place.CellStart && unit == separator)
            {
                ends.Add(at);
            }
        }

        cells = Math.Min(cells, ends.Count - 1);
        return cells <= 0 ? record : record[..ends[cells - 1]];
    }
}
