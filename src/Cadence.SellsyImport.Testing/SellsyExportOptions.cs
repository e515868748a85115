using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Testing;

/// <summary>What a generated export looks like. The same options give the same bytes, on every machine.</summary>
public sealed record SellsyExportOptions
{
    private readonly ValueList<SellsyExportColumn> _columns;

    /// <summary>The number that all choices come from.</summary>
    /// <value>Default: 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>How many rows are written, the heading row not counted.</summary>
    /// <value>0 or more. Default: 1,000.</value>
    public long Rows { get; init; } = 1_000;

    /// <summary>The style of the headings.</summary>
    /// <value><see cref="HeadingFamily.ImportTemplate"/>, <see cref="HeadingFamily.FrenchList"/> or <see cref="HeadingFamily.EnglishList"/>. Default: <see cref="HeadingFamily.FrenchList"/>, which has an owner.</value>
    public HeadingFamily Family { get; init; } = HeadingFamily.FrenchList;

    /// <summary>The columns, in the order in which they are written.</summary>
    /// <value>
    /// Each once. Default: empty, which stands for all columns of the family: 40 in the import template, without an owner; 36 in the lists.
    /// </value>
    public ImmutableArray<SellsyExportColumn> Columns
    {
        get => _columns;
        init => _columns = value;
    }

    /// <summary>The bytes of the text.</summary>
    /// <value>Default: <see cref="SellsyExportEncoding.Utf8"/>.</value>
    public SellsyExportEncoding Encoding { get; init; }

    /// <summary>The character between two fields.</summary>
    /// <value>Any character but a letter, a digit, a quote and a line end. Default: a semicolon.</value>
    public char Separator { get; init; } = ';';

    /// <summary>How the lines end. Line breaks inside a cell are LF, whatever ends the lines.</summary>
    /// <value><see cref="NewLineStyle.CrLf"/>, <see cref="NewLineStyle.Lf"/> or <see cref="NewLineStyle.Cr"/>. Default: CRLF.</value>
    public NewLineStyle NewLine { get; init; } = NewLineStyle.CrLf;

    /// <summary>Whether every cell stands in quotes, or only a cell that needs them.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool QuoteEveryCell { get; init; } = true;

    /// <summary>How many owners the file names; the first rows name each of them once, as far as there are rows.</summary>
    /// <value>1 to 100,000. Default: 25.</value>
    public int Owners { get; init; } = 25;

    /// <summary>How many companies the file names; the first rows name each of them once, but for blank cells.</summary>
    /// <value>1 to 1,000,000. Default: 2,000.</value>
    public int Companies { get; init; } = 2_000;

    /// <summary>The share of the notes that go over several lines.</summary>
    /// <value>0 to 1. Default: 0.2.</value>
    public double MultilineNoteShare { get; init; } = 0.2;

    /// <summary>The share of blank cells among those that may be blank: all but the contact's id, the first name and the owner.</summary>
    /// <value>0 to 1. Default: 0.5, as exports of all columns are mostly filled by half.</value>
    public double BlankShare { get; init; } = 0.5;

    /// <summary>How often each peculiarity of real exports occurs.</summary>
    /// <value>Default: <see cref="SellsyExportProfile.Clean"/>.</value>
    public SellsyExportProfile Profile { get; init; } = SellsyExportProfile.Clean;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Rows);
        ThrowUnless(Family is HeadingFamily.ImportTemplate or HeadingFamily.FrenchList or HeadingFamily.EnglishList, nameof(Family), Family, "an import template or a list");
        ThrowUnless(Enum.IsDefined(Encoding), nameof(Encoding), Encoding, "an encoding");
        ThrowUnless(
            !char.IsLetterOrDigit(Separator) && Separator is not ('"' or '\r' or '\n') && char.IsAscii(Separator),
            nameof(Separator),
            (int)Separator,
            "an ASCII character that is no letter, digit, quote or line end");
        ThrowUnless(NewLine is NewLineStyle.CrLf or NewLineStyle.Lf or NewLineStyle.Cr, nameof(NewLine), NewLine, "CrLf, Lf or Cr");
        ThrowUnless(Owners is >= 1 and <= 100_000, nameof(Owners), Owners, "1 to 100,000");
        ThrowUnless(Companies is >= 1 and <= 1_000_000, nameof(Companies), Companies, "1 to 1,000,000");
        ThrowUnless(MultilineNoteShare is >= 0 and <= 1, nameof(MultilineNoteShare), MultilineNoteShare, "0 to 1");
        ThrowUnless(BlankShare is >= 0 and <= 1, nameof(BlankShare), BlankShare, "0 to 1");
        ArgumentNullException.ThrowIfNull(Profile);
        foreach (var (name, share) in Profile.Shares)
        {
            ThrowUnless(share is >= 0 and <= 1, name, share, "0 to 1");
        }

        ThrowUnless(Columns.All(Enum.IsDefined), nameof(Columns), "another value", "columns of the enumeration");
        ThrowUnless(Columns.Distinct().Count() == Columns.Length, nameof(Columns), "a column twice", "each column once");
    }

    private static void ThrowUnless(bool valid, string option, object value, string expected)
    {
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(option, FormattableString.Invariant($"{option} is {value}; {expected} is expected."));
        }
    }
}
