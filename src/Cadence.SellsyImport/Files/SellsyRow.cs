using System.Collections.Immutable;

namespace Cadence.SellsyImport.Files;

/// <summary>A record of the file, with the values of the columns that were asked for. Immutable and safe to keep.</summary>
public sealed class SellsyRow
{
    private readonly ColumnSelection _columns;
    private readonly string[] _values;

    /// <summary>Creates a row.</summary>
    /// <param name="number">The one-based number; the heading row is not counted.</param>
    /// <param name="lines">The physical lines.</param>
    /// <param name="columns">The columns that the row has values for.</param>
    /// <param name="values">The values, in the order of <paramref name="columns"/>; the row keeps the array, which must not change any more.</param>
    /// <param name="issues">What is wrong with the row as a record of the file.</param>
    /// <exception cref="ArgumentException">There are not as many values as columns.</exception>
    public SellsyRow(long number, LineRange lines, ColumnSelection columns, string[] values, ImmutableArray<ImportIssue> issues = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != columns.Count)
        {
            throw new ArgumentException($"{values.Length} values for {columns.Count} columns; as many values as columns are expected.", nameof(values));
        }

        Number = number;
        Lines = lines;
        _columns = columns;
        _values = values;
        Issues = issues.IsDefault ? [] : issues;
        IsDamaged = !Issues.IsEmpty && Issues.Any(issue => issue.Severity == IssueSeverity.Error);
    }

    /// <summary>The one-based number of the row; the heading row is not counted.</summary>
    public long Number { get; }

    /// <summary>The physical lines of the file that the row stands on.</summary>
    public LineRange Lines { get; }

    /// <summary>
    /// What is wrong with the row as a record: too many fields, a stray quote, bytes that are no text. A row with an
    /// <see cref="IssueSeverity.Error"/> here has only empty values, because none of them can be trusted.
    /// </summary>
    public ImmutableArray<ImportIssue> Issues { get; }

    /// <summary>Whether an error makes the record unreadable as a row: it has only empty values.</summary>
    public bool IsDamaged { get; }

    /// <summary>The record as it stands in the file, without its line end; only where the record is damaged.</summary>
    public string? RawText { get; init; }

    /// <summary>The byte of the file at which the record starts, counted from zero.</summary>
    public long ByteOffset { get; init; }

    /// <summary>The bytes of the file that the record takes, without its line end.</summary>
    public long ByteLength { get; init; }

    /// <summary>The columns that the row has values for.</summary>
    public ColumnSelection Columns => _columns;

    /// <summary>The value of a column; an empty text for an empty cell.</summary>
    /// <param name="column">The zero-based index of the column in the file.</param>
    /// <exception cref="ArgumentOutOfRangeException">The column was not asked for.</exception>
    public string this[int column] => _values[_columns.PositionOf(column)];

    /// <summary>Whether a person left the row out: it has only empty values and no lead.</summary>
    internal bool IsExcluded { get; private init; }

    /// <summary>The same row with another text in a column, and an issue that says so.</summary>
    internal SellsyRow With(int column, string text, ImportIssue issue)
    {
        var values = (string[])_values.Clone();
        values[_columns.PositionOf(column)] = text;
        return new(Number, Lines, _columns, values, Issues.Add(issue)) { ByteOffset = ByteOffset, ByteLength = ByteLength };
    }

    /// <summary>The same row, left out, with an issue that says so.</summary>
    internal SellsyRow Excluded(ImportIssue issue) => new(Number, Lines, _columns, Array.ConvertAll(_values, _ => ""), [issue])
    {
        IsExcluded = true,
        RawText = RawText,
        ByteOffset = ByteOffset,
        ByteLength = ByteLength,
    };

    /// <summary>The same row, without any issue, at another place of the file.</summary>
    internal SellsyRow MovedTo(RowPosition position) =>
        new(position.Number, new(position.Line, position.Line + Lines.Last - Lines.First), _columns, _values)
        {
            ByteOffset = position.ByteOffset,
            ByteLength = ByteLength,
        };
}
