using System.Collections.Immutable;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// From columns to fields, and from a row to a lead. The second seam. Implementations are pure: no I/O, no culture of the host, the
/// same answer for the same arguments; and thread-safe.
/// </summary>
public interface IFieldMapper
{
    /// <summary>Suggests a mapping.</summary>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="sample">Rows with all columns; their values may veto a heading.</param>
    /// <returns>The suggestion with its evidence.</returns>
    MappingSuggestion Suggest(ImmutableArray<ExportColumn> columns, ImmutableArray<SellsyRow> sample);

    /// <summary>Maps a row to a lead, with all that is wrong with its values.</summary>
    /// <param name="row">A row without errors that has the columns of the mapping.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="facts">What the whole file says about its columns.</param>
    /// <returns>The lead and the issues.</returns>
    MappedRow Map(SellsyRow row, FieldMapping mapping, ExportFacts facts);
}
