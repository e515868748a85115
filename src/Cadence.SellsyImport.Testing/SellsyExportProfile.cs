namespace Cadence.SellsyImport.Testing;

/// <summary>
/// How often each peculiarity of real exports occurs in a generated one. A share is a number from 0 to 1. The forms are those that readers of
/// real exports met; how often they occur is an assumption, because no statistics of real exports are known.
/// </summary>
/// <remarks>
/// Choices depend on the seed, the row or company, and the property alone: a property that is raised changes no other cell.
/// Encoding, line ends, quoting, and the numbers of owners and companies are properties of <see cref="SellsyExportOptions"/>.
/// </remarks>
public sealed record SellsyExportProfile
{
    /// <summary>No peculiarity: the properties at their defaults.</summary>
    public static SellsyExportProfile Clean { get; } = new();

    /// <summary>Every peculiarity on some rows, as in the export of an ordinary French account.</summary>
    public static SellsyExportProfile Ordinary { get; } = new()
    {
        AccentedEmailShare = 0.02,
        SeveralEmailsShare = 0.05,
        SeveralPhonesShare = 0.1,
        TrunkZeroPhoneShare = 0.1,
        SpacedPhoneShare = 0.4,
        DottedPhoneShare = 0.2,
        CommaCompanyShare = 0.1,
        HtmlNoteShare = 0.3,
        PlaceholderShare = 0.05,
        UnknownOwnerShare = 0.01,
        RepeatedContactShare = 0.02,
        MissingQuoteShare = 0.000_1,
        StrayQuoteShare = 0.000_5,
        ShortRowShare = 0.000_5,
    };

    /// <summary>Every peculiarity on many rows: the worst file that is still an export.</summary>
    public static SellsyExportProfile EverythingAtOnce { get; } = new()
    {
        AccentedEmailShare = 0.5,
        AccentedNameShare = 1,
        AccentedCompanyShare = 1,
        SeveralEmailsShare = 0.5,
        SeveralPhonesShare = 0.5,
        TrunkZeroPhoneShare = 0.5,
        SpacedPhoneShare = 0.25,
        DottedPhoneShare = 0.25,
        CommaCompanyShare = 0.5,
        HtmlNoteShare = 1,
        PlaceholderShare = 0.5,
        UnknownOwnerShare = 0.05,
        RepeatedContactShare = 0.1,
        MissingQuoteShare = 0.002,
        StrayQuoteShare = 0.01,
        ShortRowShare = 0.01,
    };

    /// <summary>The share of contacts whose e-mail address has an accented letter before the <c>@</c>.</summary>
    /// <value>0 to 1. Default: 0, addresses in ASCII.</value>
    public double AccentedEmailShare { get; init; }

    /// <summary>The share of contacts whose first and last names both have an accent; the other contacts have none.</summary>
    /// <value>0 to 1, or <see langword="null"/> for names as they come, most of them accented. Default: <see langword="null"/>.</value>
    public double? AccentedNameShare { get; init; }

    /// <summary>The share of companies whose name has an accent; the other companies have none.</summary>
    /// <value>0 to 1, or <see langword="null"/> for names as they come, most of them accented. Default: <see langword="null"/>.</value>
    public double? AccentedCompanyShare { get; init; }

    /// <summary>The share of filled e-mail cells that list two addresses.</summary>
    /// <value>0 to 1. Default: 0.</value>
    public double SeveralEmailsShare { get; init; }

    /// <summary>The share of filled cells of <see cref="SellsyExportColumn.Phone"/> and <see cref="SellsyExportColumn.Mobile"/> that list two numbers.</summary>
    /// <value>0 to 1. Default: 0. Real exports were met with several numbers in one cell.</value>
    public double SeveralPhonesShare { get; init; }

    /// <summary>The share of phone numbers spelled with the trunk zero in parentheses, as in <c>+33 (0)1 99 00 12 34</c>.</summary>
    /// <value>0 to 1, with the two shares below at most 1. Default: 0.</value>
    public double TrunkZeroPhoneShare { get; init; }

    /// <summary>The share of phone numbers spelled in pairs with spaces, as in <c>01 99 00 12 34</c>.</summary>
    /// <value>0 to 1. Default: 0. Numbers without a share of their own have each of four spellings on a quarter: <c>+33199001234</c>, dots, spaces, <c>+33 1 …</c>.</value>
    public double SpacedPhoneShare { get; init; }

    /// <summary>The share of phone numbers spelled in pairs with dots, as in <c>01.99.00.12.34</c>.</summary>
    /// <value>0 to 1. Default: 0, as for <see cref="SpacedPhoneShare"/>.</value>
    public double DottedPhoneShare { get; init; }

    /// <summary>The share of companies with a comma in their name, as in <c>Ateliers Morel, Frères SARL</c>. The company's id says that it is one name.</summary>
    /// <value>0 to 1. Default: 0.</value>
    public double CommaCompanyShare { get; init; }

    /// <summary>The share of filled notes made of HTML paragraphs over several lines, with <c>&lt;br /&gt;</c> and <c>&amp;nbsp;</c>.</summary>
    /// <value>0 to 1. Default: 0.</value>
    public double HtmlNoteShare { get; init; }

    /// <summary>The share of blank cells that hold <c>N/C</c>, <c>NC.</c>, <c>N/A</c> or <c>-</c>; a date holds <c>0000-00-00</c>.</summary>
    /// <value>0 to 1. Default: 0, nothing.</value>
    public double PlaceholderShare { get; init; }

    /// <summary>The share of contacts whose owner is none of <see cref="SellsyExportGenerator.Users"/>. Twelve such names occur in a file.</summary>
    /// <value>0 to 1. Default: 0.</value>
    public double UnknownOwnerShare { get; init; }

    /// <summary>The share of rows that repeat the contact of an earlier row, at most 1,000 rows before, with a company of their own.</summary>
    /// <value>0 to 1. Default: 0. Sellsy writes one row for each company of a contact.</value>
    public double RepeatedContactShare { get; init; }

    /// <summary>The share of rows in which one cell has an opening quote and no closing quote. Damaged rows have no line breaks in their cells.</summary>
    /// <value>0 to 1, with the two shares below at most 1. Default: 0.</value>
    public double MissingQuoteShare { get; init; }

    /// <summary>The share of rows in which quotes inside one quoted cell are not doubled.</summary>
    /// <value>0 to 1. Default: 0.</value>
    public double StrayQuoteShare { get; init; }

    /// <summary>The share of rows that end before their last cells. Two cells at least are written; an export of two columns or fewer has no short rows.</summary>
    /// <value>0 to 1. Default: 0.</value>
    public double ShortRowShare { get; init; }

    internal double DamagedShare => MissingQuoteShare + StrayQuoteShare + ShortRowShare;

    internal IEnumerable<(string Name, double Share)> Shares =>
    [
        (nameof(AccentedEmailShare), AccentedEmailShare),
        (nameof(AccentedNameShare), AccentedNameShare ?? 0),
        (nameof(AccentedCompanyShare), AccentedCompanyShare ?? 0),
        (nameof(SeveralEmailsShare), SeveralEmailsShare),
        (nameof(SeveralPhonesShare), SeveralPhonesShare),
        (nameof(TrunkZeroPhoneShare), TrunkZeroPhoneShare),
        (nameof(SpacedPhoneShare), SpacedPhoneShare),
        (nameof(DottedPhoneShare), DottedPhoneShare),
        ("TrunkZeroPhoneShare + SpacedPhoneShare + DottedPhoneShare", TrunkZeroPhoneShare + SpacedPhoneShare + DottedPhoneShare),
        (nameof(CommaCompanyShare), CommaCompanyShare),
        (nameof(HtmlNoteShare), HtmlNoteShare),
        (nameof(PlaceholderShare), PlaceholderShare),
        (nameof(UnknownOwnerShare), UnknownOwnerShare),
        (nameof(RepeatedContactShare), RepeatedContactShare),
        (nameof(MissingQuoteShare), MissingQuoteShare),
        (nameof(StrayQuoteShare), StrayQuoteShare),
        (nameof(ShortRowShare), ShortRowShare),
        ("MissingQuoteShare + StrayQuoteShare + ShortRowShare", DamagedShare),
    ];
}
