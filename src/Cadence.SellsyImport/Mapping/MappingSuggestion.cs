using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>What the headings of a file say about its mapping. Immutable.</summary>
/// <param name="Mapping">The pairs with a heading equal to the field's name or one of its aliases.</param>
public sealed record MappingSuggestion(FieldMapping Mapping)
{
    private readonly ValueList<MappingSimilarity> _similarities;
    private readonly ValueList<ExportColumn> _unmapped;
    private readonly ValueList<ImportIssue> _findings;

    /// <summary>Looser similarities between what is left on both sides, the best first.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<MappingSimilarity> Similarities
    {
        get => _similarities;
        init => _similarities = value;
    }

    /// <summary>The columns that feed no field, in the order of the file; a column without heading and without value is not listed.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<ExportColumn> Unmapped
    {
        get => _unmapped;
        init => _unmapped = value;
    }

    /// <summary>Why a column that seemed to fit was left out: another one is filled, or its values say otherwise.</summary>
    /// <value>Default: empty.</value>
    public ImmutableArray<ImportIssue> Findings
    {
        get => _findings;
        init => _findings = value;
    }
}
