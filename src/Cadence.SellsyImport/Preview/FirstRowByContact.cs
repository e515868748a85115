using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Preview;

/// <summary>
/// The row that stands for every contact of a file. An id is text: two spellings of one number are two ids. Nearly all ids are the exact
/// text of a number and are kept as numbers, in many small tables. Each table grows separately, so growing never copies all ids at once.
/// </summary>
/// <param name="hints">Shows which ids occur only once and need not be kept; null if all ids are kept.</param>
internal sealed class FirstRowByContact(ContactHints? hints)
{
    private const int Tables = 256;

    private readonly ContactTable?[] _tables = new ContactTable?[Tables];
    private readonly Dictionary<string, long> _rowByText = new(StringComparer.Ordinal);
    private long _alone;

    /// <summary>The row of a contact, to be read and set before the next call; 0 for a contact that is new.</summary>
    public ref long RowOf(ContactKey contact)
    {
        if (contact.Text is { } text)
        {
            return ref CollectionsMarshal.GetValueRefOrAddDefault(_rowByText, text, out _);
        }

        if (hints is not null && hints.IsAlone(contact.Number))
        {
            _alone = 0;
            return ref _alone;
        }

        return ref (_tables[ContactTable.HashOf(contact.Number) >> 56] ??= new()).RowOf(contact.Number);
    }
}
