using System.Collections.Immutable;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Facts that only the whole file shows, collected in one pass before any row is validated. A decision is thus made once for a column and
/// not again for each cell. Immutable and thread-safe.
/// </summary>
public sealed class ExportFacts
{
    private readonly CompanyFacts _companies;

    internal ExportFacts(CompanyFacts companies) => _companies = companies;

    /// <summary>Nothing is known: dates are read day first, and every list of companies is cut.</summary>
    public static ExportFacts None { get; } = new(new CompanyFacts());

    /// <summary>The columns of the file.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<ExportColumn> Columns { get; init; } = [];

    /// <summary>The distinct owners of the file, in the order in which they were met.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<OwnerReference> Owners { get; init; } = [];

    /// <summary>The date columns by their zero-based index.</summary>
    /// <value>Default: empty.</value>
    public ImmutableDictionary<int, DateColumnFacts> DateColumns { get; init; } = ImmutableDictionary<int, DateColumnFacts>.Empty;

    /// <summary>The year in which the file is read; it decides the century of a two-digit year.</summary>
    /// <value>Default: 2026.</value>
    public int ReferenceYear { get; init; } = 2026;

    /// <summary>The id that is used for every row of a company's name: the first that the file gives it.</summary>
    /// <param name="companyName">The name of one company.</param>
    /// <returns>
    /// The id, or <see langword="null"/> when no row of the file gives one, or each row of the name gives it itself: then the row keeps its own.
    /// </returns>
    public string? CompanyIdOf(string companyName) => _companies.IdOf(companyName);

    /// <summary>
    /// Whether a cell with commas names one company, as <c>Dupont, Martin &amp; Fils</c> does: another row gives the same text a single
    /// id, or repeats it while its first part never stands alone.
    /// </summary>
    /// <param name="cell">The text of the cell.</param>
    /// <returns><see langword="true"/> when the rows show that it is one name.</returns>
    public bool IsOneCompany(string cell) => _companies.IsOneName(cell);

    /// <summary>
    /// Whether a text with a comma names one owner, as <c>Durand, Marie</c> does where that is a user of Cadence: it is no list of two owners.
    /// </summary>
    /// <param name="text">The text, without the blanks around it.</param>
    /// <returns><see langword="true"/> when the owner resolver knew the text as a whole.</returns>
    public bool IsOneOwner(string text) => OwnersWithComma.Contains(text);

    /// <summary>The texts with a comma that name one owner each.</summary>
    internal ImmutableHashSet<string> OwnersWithComma { get; init; } = [];

    /// <summary>The companies by their folded names, for callers that fold without creating a string.</summary>
    internal CompanyFacts Companies => _companies;

    internal static ExportFacts Of(FactsDocument document) => new(CompanyFacts.Of(document.Companies))
    {
        Columns = document.Columns,
        Owners = document.Owners,
        DateColumns = document.DateColumns.ToImmutableDictionary(),
        ReferenceYear = document.ReferenceYear,
        OwnersWithComma = [.. document.OwnersWithComma],
    };

    internal FactsDocument ToDocument() => new(
        Columns, Owners, [.. OwnersWithComma.Order(StringComparer.Ordinal)], new(DateColumns), ReferenceYear, _companies.ToDocument());
}
