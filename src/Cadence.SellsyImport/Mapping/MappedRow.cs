using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>A row as the mapper read it.</summary>
/// <param name="Lead">The lead; none where an error leaves no identity to speak of.</param>
/// <param name="Owner">The owner that the row names.</param>
/// <param name="Issues">All that is wrong with the values, errors and warnings; empty where nothing is.</param>
public readonly record struct MappedRow(Lead? Lead, OwnerReference Owner, ImmutableArray<ImportIssue> Issues)
{
    private readonly ValueList<ImportIssue> _issues = Issues;

    /// <summary>All that is wrong with the values, errors and warnings; empty where nothing is.</summary>
    public ImmutableArray<ImportIssue> Issues
    {
        get => _issues;
        init => _issues = value;
    }
}
