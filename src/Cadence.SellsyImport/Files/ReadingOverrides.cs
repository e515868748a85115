using System.Collections.Immutable;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// What a person chose about the reading of a file, in place of what would be detected. It is part of the plan, and a profile keeps it.
/// Immutable and thread-safe.
/// </summary>
public sealed record ReadingOverrides
{
    private readonly ValueList<DateOrderOverride> _dateOrders;

    /// <summary>Everything is detected.</summary>
    public static ReadingOverrides None { get; } = new();

    /// <summary>
    /// The encoding by its IANA name: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>utf-32le</c>, <c>utf-32be</c>, or a code page of one byte
    /// for each character, such as <c>windows-1252</c>, <c>windows-1254</c>, <c>iso-8859-2</c>, <c>ibm850</c> or <c>macintosh</c>. Every line is
    /// read in it. A workbook has no encoding and no separator, so neither is used for it.
    /// </summary>
    /// <value>Default: <see langword="null"/>, detected.</value>
    public string? Encoding { get; init; }

    /// <summary>The character between two fields: a tab or a sign of ASCII, but no quote.</summary>
    /// <value>Default: <see langword="null"/>, detected.</value>
    public char? Separator { get; init; }

    /// <summary>The one-based physical line on which the headings start; of a workbook, the row. The lines above it are no rows. Damage of its quotes is still refused.</summary>
    /// <value>Default: <see langword="null"/>, detected.</value>
    public int? HeadingRow { get; init; }

    /// <summary>What becomes of a row with fewer fields than the headings.</summary>
    /// <value>Default: <see cref="ShortRows.Error"/>.</value>
    public ShortRows ShortRows { get; init; }

    /// <summary>The order of day and month, by field; each field once.</summary>
    /// <value>Default: empty, decided by the values of each column.</value>
    public ImmutableArray<DateOrderOverride> DateOrders
    {
        get => _dateOrders;
        init => _dateOrders = value;
    }

    /// <summary>Whether anything but the order of dates is chosen, so that the reader of the file must know.</summary>
    internal bool ConcernReader => this with { DateOrders = [] } != None;

    /// <summary>The same overrides with the order of day and month for one field.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="order">The order.</param>
    /// <returns>The overrides.</returns>
    public ReadingOverrides WithDateOrder(string field, DateOrder order) =>
        this with { DateOrders = [.. DateOrders.Where(chosen => chosen.Field != field), new(field, order)] };

    /// <summary>Whether both read a file alike.</summary>
    internal bool AreLike(ReadingOverrides other) => Hash == other.Hash;

    /// <summary>Adds what was chosen to the hash of a plan.</summary>
    internal void AppendTo(TextHash hash) => hash.Append(Hash);

    private string Hash
    {
        get
        {
            using var hash = new TextHash();
            hash.Append(Encoding is null ? null : TextEncoding.Find(Encoding)?.Name ?? Encoding).Append(Separator?.ToString()).Append(HeadingRow ?? 0).Append((int)ShortRows);
            foreach (var chosen in DateOrders.OrderBy(chosen => chosen.Field, StringComparer.Ordinal))
            {
                hash.Append(chosen.Field).Append((int)chosen.Order);
            }

            return hash.Finish();
        }
    }

    /// <summary>The order that was chosen for a field; null if none was.</summary>
    internal DateOrder? DateOrderOf(string field) => DateOrders.FirstOrDefault(chosen => chosen.Field == field)?.Order;
}
