using System.Collections.Immutable;
using Cadence.SellsyImport.Testing.Generation;

namespace Cadence.SellsyImport.Testing;

/// <summary>
/// Writes Sellsy exports of invented people, as large as a test or a measurement needs them: the same options give the same bytes.
/// Memory does not grow with the rows. Thread-safe.
/// </summary>
public sealed class SellsyExportGenerator
{
    private readonly SellsyExportOptions _options;
    private readonly RowChoices _choices;
    private readonly Lazy<ImmutableArray<CadenceUser>> _users;

    /// <summary>Creates a generator.</summary>
    /// <param name="options">What the export looks like; the defaults if none are given.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SellsyExportGenerator(SellsyExportOptions? options = null)
    {
        _options = options ?? new SellsyExportOptions();
        _options.Validate();
        _choices = new(_options);
        Columns = _options.Columns.IsEmpty ? ExportHeadings.AllColumns(_options.Family) : _options.Columns;
        Headings = [.. Columns.Select(column => ExportHeadings.Of(column, _options.Family))];
        _users = new(() => [.. Enumerable.Range(0, _options.Owners).Select(InventedOwners.User)]);
    }

    /// <summary>The columns, in the order in which they are written.</summary>
    public ImmutableArray<SellsyExportColumn> Columns { get; }

    /// <summary>The headings, in the order of <see cref="Columns"/>.</summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>The users of Cadence who are the owners of the rows, each of another name, with the Sellsy ids 900001, 900002 and so on.</summary>
    public IReadOnlyList<CadenceUser> Users => _users.Value;

    /// <summary>Says what an importer with default options, <see cref="Users"/> and a mapping of all columns is expected to say of a row.</summary>
    /// <param name="row">The number of the row, from 1 to <see cref="SellsyExportOptions.Rows"/>.</param>
    /// <returns>The kind of the row. A damaged row is nothing else; a repeated contact comes before an unknown owner.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is out of its range.</exception>
    public SellsyExportRowKind KindOf(long row)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, _options.Rows);
        return _choices.KindOf(
            row - 1, Columns.Contains(SellsyExportColumn.ContactId), Columns.Contains(SellsyExportColumn.Owner), Columns.Length);
    }

    /// <summary>Writes the export.</summary>
    /// <param name="destination">Where it is written, from the current position; it stays open and is not flushed.</param>
    public void Write(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        foreach (var part in Parts())
        {
            destination.Write(part.Span);
        }
    }

    /// <summary>Writes the export.</summary>
    /// <param name="destination">Where it is written, from the current position; it stays open and is not flushed.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when the last byte was passed to the stream.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task WriteAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        foreach (var part in Parts())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await destination.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the export into memory.</summary>
    /// <returns>The bytes of the file.</returns>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        Write(memory);
        return memory.ToArray();
    }

    /// <summary>Writes the export into memory, for an importer to read.</summary>
    /// <param name="name">The name of the file.</param>
    /// <returns>The source.</returns>
    public ImportSource ToSource(string name = "contacts.csv") => ImportSource.FromBytes(name, ToBytes());

    private IEnumerable<ReadOnlyMemory<byte>> Parts()
    {
        var text = new ExportText(_options);
        var contacts = new ContactWriter(_options, _choices, Columns.Length);
        yield return text.ByteOrderMark;

        foreach (var heading in Headings)
        {
            text.AddCell(heading);
        }

        text.EndLine();
        for (long row = 0; row < _options.Rows; row++)
        {
            WriteRow(row, contacts, text);
            if (text.IsFull)
            {
                yield return text.Take();
            }
        }

        yield return text.Take();
    }
    private void WriteRow(long row, ContactWriter contacts, ExportText text)
    {
        var (damage, place) = _choices.DamageOf(row, Columns.Length);
        var length = damage == DamageKind.ShortRow ? place : Columns.Length;
        for (var index = 0; index < length; index++)
        {
            var cell = contacts.Cell(row, Columns[index]);
            if (damage != DamageKind.None)
            {
                // Damage to a row of several lines would split it into further rows.
                cell = cell.ToString().Replace('\n', ' ');
            }

            switch (damage)
            {
                case DamageKind.MissingQuote when index == place:
                    text.AddCellWithoutClosingQuote(cell);
                    break;
                case DamageKind.StrayQuote when index == place:
                    text.AddCellWithStrayQuotes(cell);
                    break;
                default:
                    text.AddCell(cell);
                    break;
            }
        }

        text.EndLine();
    }
}
