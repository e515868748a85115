using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport;

/// <summary>What the start of a file shows: all that is needed to map its fields. Immutable.</summary>
/// <param name="FileName">The name of the file.</param>
/// <param name="Format">What was found out about the bytes.</param>
/// <param name="Columns">The columns, in the order of the file.</param>
/// <param name="Sample">The first rows with all their columns.</param>
/// <param name="Suggestion">The suggested mapping with its evidence.</param>
public sealed record ExportOverview(
    string FileName,
    ExportFormat Format,
    ImmutableArray<ExportColumn> Columns,
    ImmutableArray<SellsyRow> Sample,
    MappingSuggestion Suggestion)
{
    private readonly ValueList<ExportColumn> _columns = Columns;
    private readonly ValueList<SellsyRow> _sample = Sample;

    /// <summary>The columns, in the order of the file.</summary>
    public ImmutableArray<ExportColumn> Columns
    {
        get => _columns;
        init => _columns = value;
    }

    /// <summary>The first rows with all their columns.</summary>
    public ImmutableArray<SellsyRow> Sample
    {
        get => _sample;
        init => _sample = value;
    }

    /// <summary>Finds a column by its heading.</summary>
    /// <param name="heading">The heading, compared folded: case, accents and punctuation do not matter.</param>
    /// <returns>The column.</returns>
    /// <exception cref="SellsyImportException">No column, or several, have that heading.</exception>
    public ExportColumn Column(string heading) => Mapping.ColumnFinder.Find(FileName, Columns, heading);

    /// <summary>Identifies the file, without any value of it.</summary>
    /// <returns>The name and the number of columns.</returns>
    public override string ToString() => $"{FileName}, {Columns.Length} columns";
}
