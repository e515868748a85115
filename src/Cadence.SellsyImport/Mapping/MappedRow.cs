using System.Collections.Immutable;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>A row as the mapper read it.</summary>
/// <param name="Lead">The lead, with the id of its contact; null if an error leaves the contact without an identity.</param>
/// <param name="Owner">The owner that the row names; <see langword="default"/> where it names none, which is an error unless a user owns such leads.</param>
/// <param name="Issues">All that is wrong with the values, errors and warnings; empty if there are none.</param>
public readonly record struct MappedRow(Lead? Lead, OwnerReference Owner, ImmutableArray<ImportIssue> Issues)
{
    private readonly ValueList<ImportIssue> _issues = Issues;

    /// <summary>All that is wrong with the values, errors and warnings; empty if there are none.</summary>
    public ImmutableArray<ImportIssue> Issues
    {
        get => _issues;
        init => _issues = value;
    }
}
