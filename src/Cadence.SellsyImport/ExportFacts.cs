using System.Collections.Immutable;

namespace Cadence.SellsyImport;

/// <summary>
/// What only the whole file can tell, gathered in one walk before any row is judged: so that a decision is made once for a column, and
/// not anew for each cell. Immutable and thread-safe.
/// </summary>
public sealed class ExportFacts
{
    private readonly Planning.CompanyFacts _companies;

    internal ExportFacts(long rows, ImmutableArray<OwnerReference> owners, ImmutableDictionary<int, DateColumnFacts> dateColumns, Planning.CompanyFacts companies)
    {
        Rows = rows;
        Owners = owners;
        DateColumns = dateColumns;
        _companies = companies;
    }

    /// <summary>Nothing is known: dates are read day first, and every list of companies is cut.</summary>
    public static ExportFacts None { get; } =
        new(0, [], ImmutableDictionary<int, DateColumnFacts>.Empty, new Planning.CompanyFacts());

    /// <summary>The number of rows of the file.</summary>
    public long Rows { get; }

    /// <summary>The distinct owners of the file, in the order in which they were met.</summary>
    public ImmutableArray<OwnerReference> Owners { get; }

    /// <summary>The date columns by their zero-based index.</summary>
    public ImmutableDictionary<int, DateColumnFacts> DateColumns { get; }

    /// <summary>The id that is used for every row of a company's name: the first that the file gives it.</summary>
    /// <param name="companyName">The name of one company.</param>
    /// <returns>The id, or <see langword="null"/> when no row of the file gives one.</returns>
    public string? CompanyIdOf(string companyName) => _companies.IdOf(companyName);

    /// <summary>
    /// Whether a cell with commas names one company, as <c>Dupont, Martin &amp; Fils</c> does: another row gives the same text a single id.
    /// </summary>
    /// <param name="cell">The text of the cell.</param>
    /// <returns><see langword="true"/> when the rows show that it is one name.</returns>
    public bool IsOneCompany(string cell) => _companies.IsOneName(cell);
}
