using System.Globalization;

namespace Cadence.SellsyImport.Planning;

/// <summary>
/// The first row of every contact of a file. An id is text: ids that are the same number but spelt otherwise are two ids. Those that a
/// number spells back exactly, nearly all, are kept as numbers.
/// </summary>
internal sealed class ContactIndex
{
    private readonly Dictionary<ulong, long> _rowByNumber = [];
    private readonly Dictionary<string, long> _rowByText = new(StringComparer.Ordinal);

    /// <summary>Adds a contact, or tells the row that has it already.</summary>
    public bool TryAdd(string sellsyContactId, long row, out long firstRow)
    {
        var added = IsNumber(sellsyContactId, out var number)
            ? _rowByNumber.TryAdd(number, row)
            : _rowByText.TryAdd(sellsyContactId, row);
        firstRow = added ? row : IsNumber(sellsyContactId, out number) ? _rowByNumber[number] : _rowByText[sellsyContactId];
        return added;
    }

    private static bool IsNumber(string id, out ulong number)
    {
        number = 0;
        return id.Length is > 0 and < 20 && id[0] != '0' && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
